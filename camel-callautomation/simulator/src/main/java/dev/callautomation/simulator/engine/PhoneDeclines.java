package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.model.Identifier;

/** Somebody declines at a ringing phone. */
public record PhoneDeclines(Identifier phone) implements Command<String> {

    /** Returns the id of the call. */
    @Override
    public String run(Desk desk) {
        RingingPhone ringing = RingingPhone.of(desk, phone);
        Ringing.refused(desk, ringing.call(), ringing.ring(), Refusal.DECLINED);
        return ringing.call().id();
    }
}
