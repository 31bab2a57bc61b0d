package dev.callautomation.camel.model;

/** Whether a recording mixes all parties or keeps each on its own. */
public enum RecordingChannelType {
    mixed,
    unmixed
}
