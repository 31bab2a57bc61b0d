package dev.callautomation.simulator.engine.command.stream;

import java.time.Duration;

import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.sound.SoundEvent;
import dev.callautomation.simulator.model.Heard;

/** An application has sent sound through its stream, and everybody has heard it. */
public record StreamedAudio(String legId, Duration length) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        context.findCallOfLeg(legId).ifPresent(call -> {
            Leg leg = call.leg(legId);
            String what = length.toMillis() + " ms";
            call.parties().stream()
                    .filter(party -> party.isPhone() && !party.onHold())
                    .forEach(party -> context.heard(call, party.identifier(), Heard.Kind.STREAM, what));
            SoundEvent soundEvent =
                    SoundEvent.play(leg.self(call), what, context.now().minus(length), length);
            context.save(context.soundEvent(call, soundEvent));
        });
        return null;
    }
}
