package dev.callautomation.camel.model;

/** Whether a stream mixes all parties or keeps each on its own. */
public enum AudioChannelType {
    mixed,
    unmixed
}
