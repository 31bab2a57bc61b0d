package dev.callautomation.camel.model;

/**
 * A group call.
 *
 * @param id the id that the call was started with
 */
public record CallGroup(String id) {}
