package dev.callautomation.simulator.engine.command.call;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.call.Ring;
import dev.callautomation.simulator.engine.call.Roster;
import dev.callautomation.simulator.engine.command.media.MediaTransitions;
import dev.callautomation.simulator.engine.command.recording.RecordingTransitions;
import dev.callautomation.simulator.engine.command.stream.StreamTransitions;
import dev.callautomation.simulator.engine.media.Media;
import dev.callautomation.simulator.engine.result.DisconnectReason;
import dev.callautomation.simulator.engine.result.Refusal;
import dev.callautomation.simulator.engine.result.ResultInformation;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.TimelineEntry;

/** How parties, applications and whole calls come to their end. */
public final class Disconnection {

    private static final ResultInformation CALLER_GONE = ResultInformation.of(487, 4501, "The caller has gone");
    private static final ResultInformation CANCELED =
            ResultInformation.of(487, 540487, "The call was canceled by the originator");

    private Disconnection() {}

    /** An application's leg is over, for this reason; all others stay in the call. */
    public static Call disconnectLeg(CommandContext context, Call before, Leg leg, ResultInformation reason) {
        Call call = cancelRings(
                context, before, ring -> leg.id().equals(ring.purpose().requestedBy()));
        call = MediaTransitions.change(context, call, call.leg(leg.id()), Media::end);
        Identifier self = call.partyOf(leg).map(Party::identifier).orElse(null);
        if (self != null) {
            call = removeParty(context, call, self);
        }
        boolean ownWish = reason == DisconnectReason.BY_APPLICATION;
        if (!leg.isConnecting()) {
            context.callback(call, leg, "CallDisconnected", reason);
        } else if (leg.origin() == Leg.Origin.CREATED) {
            context.callbackWithContext(call, leg, "CreateCallFailed", ownWish ? CANCELED : reason);
            context.callback(call, leg, "CallDisconnected", reason);
        } else if (ownWish) {
            context.callback(call, leg, "CallDisconnected", reason);
        } else {
            String type = leg.origin() == Leg.Origin.ANSWERED ? "AnswerFailed" : "ConnectFailed";
            context.callbackWithContext(call, leg, type, CALLER_GONE);
        }
        return call.withLeg(
                StreamTransitions.ended(context, call, call.leg(leg.id())).in(CallState.DISCONNECTED));
    }

    /** A party, phone or application, hangs up or is gone; a transfer of it is over. */
    public static Call removeParty(CommandContext context, Call before, Identifier who) {
        Call call = cancelRings(
                context,
                before.leftBy(who),
                ring -> ring.purpose() instanceof TransferPurpose transfer
                        && transfer.transferee().equals(who));
        // the end of a call cancels its media, which is another event
        return isAlone(call) ? call : MediaTransitions.left(context, call, who);
    }

    /** Publishes the roster to the remaining applications, or ends a call with too few parties. */
    public static void publishOrEnd(CommandContext context, Call call, ResultInformation reasonIfAlone) {
        if (isAlone(call)) {
            endCall(context, call, leg -> reasonIfAlone);
        } else {
            context.save(Roster.publish(context, call));
        }
    }

    /** Ends a call with too few parties; otherwise keeps it as it is. */
    public static void endIfAlone(CommandContext context, Call call, ResultInformation reasonIfAlone) {
        if (isAlone(call)) {
            endCall(context, call, leg -> reasonIfAlone);
        } else {
            context.save(call);
        }
    }

    /** Ends the call for everybody who is left. */
    public static void endCall(CommandContext context, Call before, Function<Leg, ResultInformation> reason) {
        Call call = RecordingTransitions.callEnds(context, cancelRings(context, before, ring -> true));
        for (Leg leg : call.establishedLegs()) {
            call = MediaTransitions.change(context, call, call.leg(leg.id()), Media::end);
        }
        for (Leg leg : call.legs()) {
            if (leg.isLive()) {
                call = disconnectLeg(context, call, leg, reason.apply(leg));
            }
        }
        for (Party party : call.parties()) {
            if (party.isPhone()) {
                context.phoneNote(call, party.identifier(), "is disconnected", null);
            }
        }
        context.note(call, TimelineEntry.Kind.CALL, "service", null, "the call has ended", Map.of());
        context.save(call.ended());
    }

    /** Stops ringing these targets; an application that was just answering one loses its leg. */
    static Call cancelRings(CommandContext context, Call before, Predicate<Ring> which) {
        Call call = before;
        for (Ring ring : before.rings()) {
            if (which.test(ring)) {
                context.phoneNote(call, ring.target(), Refusal.CANCELED.phrase(), null);
                call = call.notRinging(ring);
                call = ring.purpose().abandoned(context, call, ring);
                if (ring.answering() && call.leg(ring.legId()).isLive()) {
                    call = disconnectLeg(context, call, call.leg(ring.legId()), DisconnectReason.LEFT_ALONE);
                }
            }
        }
        return call;
    }

    /** Targets of createCall may still join; guests of a running call cannot save it. */
    private static boolean isAlone(Call call) {
        boolean someoneMayJoin =
                call.rings().stream().anyMatch(ring -> ring.purpose().keepsCallAlive());
        return call.parties().size() < call.partiesToLive() && !someoneMayJoin;
    }
}
