package dev.callautomation.camel.model;

/**
 * A room that a call takes place in.
 *
 * @param id the room's id
 */
public record CallRoom(String id) {}
