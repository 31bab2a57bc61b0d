package dev.callautomation.simulator.engine.call;

import dev.callautomation.simulator.model.Identifier;

/** A participant of a call; {@code legId} is set when it is an application. */
public record Party(Identifier identifier, boolean muted, boolean onHold, String legId) {

    public static Party phone(Identifier identifier) {
        return new Party(identifier, false, false, null);
    }

    public static Party application(Identifier identifier, String legId) {
        return new Party(identifier, false, false, legId);
    }

    public Party mute() {
        return new Party(identifier, true, onHold, legId);
    }

    public Party held(boolean hold) {
        return new Party(identifier, muted, hold, legId);
    }

    public boolean isPhone() {
        return legId == null;
    }
}
