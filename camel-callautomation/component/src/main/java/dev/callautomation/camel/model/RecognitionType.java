package dev.callautomation.camel.model;

/** How something was recognized. */
public enum RecognitionType {
    dtmf,
    speech,
    choices
}
