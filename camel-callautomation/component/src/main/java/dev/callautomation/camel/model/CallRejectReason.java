package dev.callautomation.camel.model;

/** What the caller is told of a rejection. */
public enum CallRejectReason {
    none,
    busy,
    forbidden
}
