package dev.callautomation.simulator.engine;

import java.time.Duration;

import dev.callautomation.simulator.engine.sound.Noise;
import dev.callautomation.simulator.model.Heard;

/** An application has sent sound through its stream, and everybody has heard it. */
public record StreamedSound(String legId, Duration length) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        desk.findCallOfLeg(legId).ifPresent(call -> {
            Leg leg = call.leg(legId);
            String what = length.toMillis() + " ms";
            call.parties().stream()
                    .filter(party -> party.isPhone() && !party.onHold())
                    .forEach(party -> desk.heard(call, party.identifier(), Heard.Kind.STREAM, what));
            Noise noise = Noise.play(leg.self(call), what, desk.now().minus(length), length);
            desk.save(desk.noise(call, noise));
        });
        return null;
    }
}
