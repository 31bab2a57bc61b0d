package dev.callautomation.camel.model;

/** Whether a recording runs. */
public enum RecordingState {
    active,
    inactive
}
