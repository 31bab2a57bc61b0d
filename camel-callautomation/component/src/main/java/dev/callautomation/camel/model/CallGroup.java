package dev.callautomation.camel.model;

/**
 * A group call.
 *
 * @param id the id it was started with
 */
public record CallGroup(String id) {}
