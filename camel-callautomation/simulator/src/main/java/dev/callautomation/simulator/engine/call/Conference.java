package dev.callautomation.simulator.engine.call;

/** A group call or a room: a call that phones join by an id they have agreed on. */
public record Conference(Kind kind, String id) {

    /** What is met in. */
    public enum Kind {
        GROUP_CALL,
        ROOM
    }
}
