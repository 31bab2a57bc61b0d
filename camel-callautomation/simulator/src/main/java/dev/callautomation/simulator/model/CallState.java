package dev.callautomation.simulator.model;

/** Where a call, or an application's connection to it, stands. */
public enum CallState {
    CONNECTING("connecting"),
    CONNECTED("connected"),
    TRANSFERRING("transferring"),
    DISCONNECTED("disconnected");

    private final String wireName;

    CallState(String wireName) {
        this.wireName = wireName;
    }

    /** The value of {@code callConnectionState}. */
    public String wireName() {
        return wireName;
    }
}
