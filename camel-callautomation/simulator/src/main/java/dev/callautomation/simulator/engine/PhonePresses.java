package dev.callautomation.simulator.engine;

import java.util.List;

import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.sound.Noise;
import dev.callautomation.simulator.model.Identifier;

/** Somebody presses keys of a phone in a call. */
public record PhonePresses(Identifier phone, List<Tone> tones) implements Command<String> {

    public PhonePresses {
        tones = List.copyOf(tones);
    }

    /** Returns the id of the call. */
    @Override
    public String run(Desk desk) {
        Call call = CallOfPhone.latest(desk, phone);
        boolean held = call.party(phone).orElseThrow().onHold();
        desk.phoneNote(call, phone, "presses " + Tone.keys(tones) + (held ? ", on hold" : ""), null);
        if (!held) {
            for (int i = 0; i < tones.size(); i++) {
                call = desk.noise(call, Noise.tone(phone, tones.get(i).key(), desk.now(), i));
                call = LegMedia.tone(desk, call, phone, tones.get(i));
            }
            desk.save(call);
        }
        return call.id();
    }
}
