package dev.callautomation.simulator.engine.media;

import java.net.URI;

/**
 * What the events of an operation carry, and where they go.
 *
 * @param context {@code null} for none
 * @param callbackUri {@code null} for the connection's own address
 */
public record OperationTag(String context, URI callbackUri) {}
