package dev.callautomation.simulator.engine.command.phone;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.command.media.MediaTransitions;
import dev.callautomation.simulator.engine.media.Utterance;
import dev.callautomation.simulator.engine.sound.SoundEvent;
import dev.callautomation.simulator.model.Identifier;

/** A phone speaks in a call. A party that is muted or on hold is not heard. */
public record PhoneSays(Identifier phone, Utterance utterance) implements Command<String> {

    /** Returns the id of the call. */
    @Override
    public String run(CommandContext context) {
        Call call = CallOfPhone.latest(context, phone);
        Party party = call.party(phone).orElseThrow();
        String silenced = party.onHold() ? ", on hold" : party.muted() ? ", muted" : "";
        context.phoneAction(call, phone, "says \"" + utterance.text() + "\"" + silenced, "say", utterance.text());
        if (silenced.isEmpty()) {
            Call heard = context.soundEvent(
                    call, SoundEvent.speech(phone, utterance.text(), context.now(), utterance.confidence()));
            context.save(MediaTransitions.speech(context, heard, phone, utterance));
        }
        return call.id();
    }
}
