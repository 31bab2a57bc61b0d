package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.engine.media.Utterance;
import dev.callautomation.simulator.engine.sound.Noise;
import dev.callautomation.simulator.model.Identifier;

/** Somebody speaks into a phone in a call. Nobody hears a party that is muted or on hold. */
public record PhoneSays(Identifier phone, Utterance utterance) implements Command<String> {

    /** Returns the id of the call. */
    @Override
    public String run(Desk desk) {
        Call call = CallOfPhone.latest(desk, phone);
        Party party = call.party(phone).orElseThrow();
        String unheard = party.onHold() ? ", on hold" : party.muted() ? ", muted" : "";
        desk.phoneNote(call, phone, "says \"" + utterance.text() + "\"" + unheard, null);
        if (unheard.isEmpty()) {
            Call heard = desk.noise(call, Noise.speech(phone, utterance.text(), desk.now(), utterance.confidence()));
            desk.save(LegMedia.speech(desk, heard, phone, utterance));
        }
        return call.id();
    }
}
