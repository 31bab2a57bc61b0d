package dev.callautomation.camel.model;

/** How media leave the service. */
public enum StreamingTransportType {
    websocket
}
