package dev.callautomation.simulator.engine.stream;

import dev.callautomation.simulator.engine.media.OperationTag;

/**
 * What became of something to be streamed, an immutable value.
 *
 * @param id of the subscription; the same however often it is started
 * @param round how often it has been started, so that news of an old connection is told from that of a new one
 * @param tag of the request that started it last
 */
public record Stream(String id, StreamSetup setup, State state, int round, OperationTag tag) {

    /** How a stream stands. */
    public enum State {
        /** Waits for the call to be connected. */
        WAITING,
        INACTIVE,
        /** Its connection is being made. */
        STARTING,
        ACTIVE
    }

    /** One that was just asked for. */
    public static Stream of(String id, StreamSetup setup, String operationContext) {
        State state = setup.atOnce() ? State.WAITING : State.INACTIVE;
        return new Stream(id, setup, state, 0, new OperationTag(operationContext, null));
    }

    public boolean isActive() {
        return state == State.ACTIVE;
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }

    public boolean isStarting() {
        return state == State.STARTING;
    }

    /** Whether there is a connection, or soon will be. */
    public boolean isOpen() {
        return isStarting() || isActive();
    }

    /** The name of the subscription's state in JSON. */
    public String stateName() {
        return isActive() ? "active" : "inactive";
    }

    public Stream starting(StreamSetup with, OperationTag because) {
        return new Stream(id, with, State.STARTING, round + 1, because);
    }

    public Stream with(StreamSetup changed) {
        return new Stream(id, changed, state, round, tag);
    }

    public Stream in(State next) {
        return new Stream(id, setup, next, round, tag);
    }
}
