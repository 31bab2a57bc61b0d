package dev.callautomation.camel.model;

/** What is recognized: tones, what is said, either, or one of several choices. */
public enum RecognizeInputType {
    dtmf,
    speech,
    speechOrDtmf,
    choices
}
