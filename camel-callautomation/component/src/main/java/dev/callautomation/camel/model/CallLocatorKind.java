package dev.callautomation.camel.model;

/** What a {@link CallLocator} names. */
public enum CallLocatorKind {
    groupCallLocator,
    serverCallLocator,
    roomCallLocator
}
