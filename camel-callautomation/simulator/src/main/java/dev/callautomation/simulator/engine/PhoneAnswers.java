package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;

/** Somebody picks up a ringing phone. */
public record PhoneAnswers(Identifier phone) implements Command<String> {

    /** Returns the id of the call. */
    @Override
    public String run(Desk desk) {
        RingingPhone ringing = RingingPhone.of(desk, phone);
        desk.phoneNote(ringing.call(), phone, "answers", PhoneBehaviour.MANUAL);
        Ringing.answered(desk, ringing.call(), ringing.ring());
        return ringing.call().id();
    }
}
