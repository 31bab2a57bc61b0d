package dev.callautomation.camel.model;

/** The kind of voice that speaks a text whose language alone is given. */
public enum VoiceKind {
    male,
    female
}
