package dev.callautomation.simulator.engine.command.phone;

import java.util.List;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.command.media.MediaTransitions;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.sound.SoundEvent;
import dev.callautomation.simulator.model.Identifier;

/** A phone presses keys in a call. */
public record PhonePresses(Identifier phone, List<Tone> tones) implements Command<String> {

    public PhonePresses {
        tones = List.copyOf(tones);
    }

    /** Returns the id of the call. */
    @Override
    public String run(CommandContext context) {
        Call call = CallOfPhone.latest(context, phone);
        boolean held = call.party(phone).orElseThrow().onHold();
        context.phoneAction(
                call, phone, "presses " + Tone.keys(tones) + (held ? ", on hold" : ""), "press", Tone.keys(tones));
        if (!held) {
            for (int i = 0; i < tones.size(); i++) {
                call = context.soundEvent(
                        call, SoundEvent.tone(phone, tones.get(i).key(), context.now(), i));
                call = MediaTransitions.tone(context, call, phone, tones.get(i));
            }
            context.save(call);
        }
        return call.id();
    }
}
