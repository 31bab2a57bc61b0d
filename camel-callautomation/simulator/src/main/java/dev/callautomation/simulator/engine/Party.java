package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.model.Identifier;

/** Someone in a call; {@code legId} is set when it is an application. */
public record Party(Identifier identifier, boolean muted, boolean onHold, String legId) {

    static Party phone(Identifier identifier) {
        return new Party(identifier, false, false, null);
    }

    static Party application(Identifier identifier, String legId) {
        return new Party(identifier, false, false, legId);
    }

    Party mute() {
        return new Party(identifier, true, onHold, legId);
    }

    Party held(boolean hold) {
        return new Party(identifier, muted, hold, legId);
    }

    boolean isPhone() {
        return legId == null;
    }
}
