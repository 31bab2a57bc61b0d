package dev.callautomation.simulator.engine;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.callautomation.simulator.engine.media.Media;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.TimelineEntry;

/** How parties, applications and whole calls come to their end. */
final class Leaving {

    private static final ResultInformation CALLER_GONE = ResultInformation.of(487, 4501, "The caller has gone");
    private static final ResultInformation CANCELED =
            ResultInformation.of(487, 540487, "The call was canceled by the originator");

    private Leaving() {}

    /** An application's leg is over, for this reason; whoever else is in the call stays. */
    static Call legEnds(Desk desk, Call before, Leg leg, ResultInformation reason) {
        Call call = abandon(desk, before, ring -> leg.id().equals(ring.purpose().askedBy()));
        call = LegMedia.change(desk, call, call.leg(leg.id()), Media::end);
        Identifier self = call.partyOf(leg).map(Party::identifier).orElse(null);
        if (self != null) {
            call = partyLeaves(desk, call, self);
        }
        boolean ownWish = reason == Ending.BY_APPLICATION;
        if (!leg.isConnecting()) {
            desk.callback(call, leg, "CallDisconnected", reason);
        } else if (leg.origin() == Leg.Origin.CREATED) {
            desk.callbackWithContext(call, leg, "CreateCallFailed", ownWish ? CANCELED : reason);
            desk.callback(call, leg, "CallDisconnected", reason);
        } else if (ownWish) {
            desk.callback(call, leg, "CallDisconnected", reason);
        } else {
            String type = leg.origin() == Leg.Origin.ANSWERED ? "AnswerFailed" : "ConnectFailed";
            desk.callbackWithContext(call, leg, type, CALLER_GONE);
        }
        return call.withLeg(StreamDesk.ended(desk, call, call.leg(leg.id())).in(CallState.DISCONNECTED));
    }

    /** A party, phone or application, hangs up or is gone; a transfer of it is over. */
    static Call partyLeaves(Desk desk, Call before, Identifier who) {
        Call call = abandon(
                desk,
                before.leftBy(who),
                ring -> ring.purpose() instanceof TransferAttempt transfer
                        && transfer.transferee().equals(who));
        // the end of a call cancels its media, which is another event
        return isAlone(call) ? call : LegMedia.left(desk, call, who);
    }

    /** Tells the remaining applications who is left, or ends the call when hardly anybody is. */
    static void settle(Desk desk, Call call, ResultInformation reasonIfAlone) {
        if (isAlone(call)) {
            end(desk, call, leg -> reasonIfAlone);
        } else {
            desk.save(Roster.publish(desk, call));
        }
    }

    /** Ends the call when hardly anybody is left; otherwise keeps it as it is. */
    static void endIfAlone(Desk desk, Call call, ResultInformation reasonIfAlone) {
        if (isAlone(call)) {
            end(desk, call, leg -> reasonIfAlone);
        } else {
            desk.save(call);
        }
    }

    /** Ends the call for everybody who is left. */
    static void end(Desk desk, Call before, Function<Leg, ResultInformation> reason) {
        Call call = Recorder.callEnds(desk, abandon(desk, before, ring -> true));
        for (Leg leg : call.establishedLegs()) {
            call = LegMedia.change(desk, call, call.leg(leg.id()), Media::end);
        }
        for (Leg leg : call.legs()) {
            if (leg.isLive()) {
                call = legEnds(desk, call, leg, reason.apply(leg));
            }
        }
        for (Party party : call.parties()) {
            if (party.isPhone()) {
                desk.phoneNote(call, party.identifier(), "is disconnected", null);
            }
        }
        desk.note(call, TimelineEntry.Kind.CALL, "service", null, "the call has ended", Map.of());
        desk.save(call.ended());
    }

    /** Stops ringing these targets; an application that was just answering one loses its leg. */
    static Call abandon(Desk desk, Call before, Predicate<Ring> which) {
        Call call = before;
        for (Ring ring : before.rings()) {
            if (which.test(ring)) {
                desk.phoneNote(call, ring.target(), Refusal.CANCELED.phrase(), null);
                call = call.notRinging(ring);
                call = ring.purpose().abandoned(desk, call, ring);
                if (ring.answering() && call.leg(ring.legId()).isLive()) {
                    call = legEnds(desk, call, call.leg(ring.legId()), Ending.LEFT_ALONE);
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
