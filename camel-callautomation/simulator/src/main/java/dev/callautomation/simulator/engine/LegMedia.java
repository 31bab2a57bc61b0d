package dev.callautomation.simulator.engine;

import java.util.function.BiFunction;

import dev.callautomation.simulator.engine.media.Media;
import dev.callautomation.simulator.engine.media.Stage;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.media.Utterance;
import dev.callautomation.simulator.engine.sound.Noise;
import dev.callautomation.simulator.model.Identifier;

/** Changes the media of connections, and with it the call they belong to. */
final class LegMedia {

    private LegMedia() {}

    /** Lets the media of a connection make a transition. */
    static Call change(Desk desk, Call before, Leg leg, BiFunction<Media, Stage, Media> transition) {
        LegStage stage = new LegStage(desk, before, leg);
        Call call = before.withLeg(leg.with(transition.apply(leg.media(), stage)));
        for (Noise noise : stage.noises()) {
            call = desk.noise(call, noise);
        }
        for (LegStage.Sent sent : stage.sent()) {
            call = tone(desk, call, call.leg(sent.legId()), sent.from(), sent.tone());
        }
        return call;
    }

    /** As {@link #change}, for a connection whose call may be over by now. */
    static void later(Desk desk, String legId, BiFunction<Media, Stage, Media> transition) {
        desk.findCallOfLeg(legId)
                .filter(call -> call.leg(legId).isEstablished())
                .ifPresent(call -> desk.save(change(desk, call, call.leg(legId), transition)));
    }

    /** Somebody's key is heard on every connection of the call. */
    static Call tone(Desk desk, Call before, Identifier from, Tone tone) {
        Call call = before;
        for (Leg leg : before.establishedLegs()) {
            call = tone(desk, call, call.leg(leg.id()), from, tone);
        }
        return call;
    }

    private static Call tone(Desk desk, Call call, Leg leg, Identifier from, Tone tone) {
        return change(desk, call, leg, (media, stage) -> media.tone(from, tone, stage));
    }

    /** Somebody's speech is heard on every connection of the call. */
    static Call speech(Desk desk, Call before, Identifier from, Utterance utterance) {
        Call call = before;
        for (Leg leg : before.establishedLegs()) {
            call = change(desk, call, call.leg(leg.id()), (media, stage) -> media.speech(from, utterance, stage));
        }
        return call;
    }

    /** Somebody has left a call that goes on. */
    static Call left(Desk desk, Call before, Identifier who) {
        Call call = before;
        for (Leg leg : before.establishedLegs()) {
            call = change(desk, call, call.leg(leg.id()), (media, stage) -> media.left(who, stage));
        }
        return call;
    }
}
