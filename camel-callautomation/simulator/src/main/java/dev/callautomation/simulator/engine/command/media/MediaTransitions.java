package dev.callautomation.simulator.engine.command.media;

import java.util.function.BiFunction;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.media.Media;
import dev.callautomation.simulator.engine.media.MediaContext;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.media.Utterance;
import dev.callautomation.simulator.engine.sound.SoundEvent;
import dev.callautomation.simulator.model.Identifier;

/** Changes the media of connections, and with it the call they belong to. */
public final class MediaTransitions {

    private MediaTransitions() {}

    /** Lets the media of a connection make a transition. */
    public static Call change(
            CommandContext context, Call before, Leg leg, BiFunction<Media, MediaContext, Media> transition) {
        LegMediaContext mediaContext = new LegMediaContext(context, before, leg);
        Call call = before.withLeg(leg.with(transition.apply(leg.media(), mediaContext)));
        for (SoundEvent soundEvent : mediaContext.soundEvents()) {
            call = context.soundEvent(call, soundEvent);
        }
        for (LegMediaContext.Sent sent : mediaContext.sent()) {
            call = tone(context, call, call.leg(sent.legId()), sent.from(), sent.tone());
        }
        return call;
    }

    /** As {@link #change}, for a connection whose call may be over by now. */
    static void later(CommandContext context, String legId, BiFunction<Media, MediaContext, Media> transition) {
        context.findCallOfLeg(legId)
                .filter(call -> call.leg(legId).isEstablished())
                .ifPresent(call -> context.save(change(context, call, call.leg(legId), transition)));
    }

    /** A participant's key is heard on every connection of the call. */
    public static Call tone(CommandContext context, Call before, Identifier from, Tone tone) {
        Call call = before;
        for (Leg leg : before.establishedLegs()) {
            call = tone(context, call, call.leg(leg.id()), from, tone);
        }
        return call;
    }

    private static Call tone(CommandContext context, Call call, Leg leg, Identifier from, Tone tone) {
        return change(context, call, leg, (media, mediaContext) -> media.tone(from, tone, mediaContext));
    }

    /** A participant's speech is heard on every connection of the call. */
    public static Call speech(CommandContext context, Call before, Identifier from, Utterance utterance) {
        Call call = before;
        for (Leg leg : before.establishedLegs()) {
            call = change(
                    context,
                    call,
                    call.leg(leg.id()),
                    (media, mediaContext) -> media.speech(from, utterance, mediaContext));
        }
        return call;
    }

    /** A participant has left a call that goes on. */
    public static Call left(CommandContext context, Call before, Identifier who) {
        Call call = before;
        for (Leg leg : before.establishedLegs()) {
            call = change(context, call, call.leg(leg.id()), (media, mediaContext) -> media.left(who, mediaContext));
        }
        return call;
    }
}
