package dev.callautomation.simulator.engine;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.callautomation.simulator.engine.media.Media;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.TimelineEntry;

/**
 * A target of transferToParticipant. In a call of two the application leaves and the others go on talking; in a group
 * the transferee leaves and talks to the target in a call of their own.
 */
record TransferAttempt(String askedBy, Identifier transferee, String operationContext, URI operationCallbackUri)
        implements Purpose {

    @Override
    public boolean keepsCallAlive() {
        return false;
    }

    @Override
    public Call answered(Desk desk, Call call, Ring ring) {
        Leg leg = call.leg(askedBy);
        Map<String, Object> specific = new LinkedHashMap<>();
        specific.put("transferTarget", ring.target());
        specific.put("transferee", transferee);
        desk.callback(
                call,
                leg,
                "CallTransferAccepted",
                specific,
                operationContext,
                operationCallbackUri,
                new ResultInformation(200, 7015, "The transfer operation completed successfully."));
        return isOneToOne(call, ring)
                ? Leaving.legEnds(desk, call, leg, Ending.TRANSFERRED)
                : apart(desk, call.withLeg(leg.in(CallState.CONNECTED)), ring);
    }

    @Override
    public void refused(Desk desk, Call call, Ring ring, Refusal refusal) {
        Leg leg = call.leg(askedBy).in(CallState.CONNECTED);
        tellFailure(desk, call, ring, refusal);
        desk.save(call.withLeg(leg));
    }

    @Override
    public Call abandoned(Desk desk, Call call, Ring ring) {
        tellFailure(desk, call, ring, Refusal.CANCELED);
        return call.withLeg(call.leg(askedBy).in(CallState.CONNECTED));
    }

    private void tellFailure(Desk desk, Call call, Ring ring, Refusal refusal) {
        desk.callback(
                call,
                call.leg(askedBy),
                "CallTransferFailed",
                Map.of(),
                operationContext,
                operationCallbackUri,
                refusal.result(ring.target()));
    }

    private boolean isOneToOne(Call call, Ring ring) {
        return call.parties().stream()
                .filter(party -> !askedBy.equals(party.legId()))
                .allMatch(party -> party.identifier().equals(transferee)
                        || party.identifier().equals(ring.target()));
    }

    /** Moves transferee and target, with whatever application answered for them, into a call of their own. */
    private Call apart(Desk desk, Call before, Ring ring) {
        // numbers of rosters go on, so that they never fall for an application that comes along
        Call pair = Call.begin(desk, desk.ids().guid()).withRosterSequence(before.rosterSequence());
        Call call = before;
        for (Identifier who : List.of(transferee, ring.target())) {
            Party party = call.party(who).orElseThrow();
            pair = pair.joinedBy(party);
            call = Leaving.partyLeaves(desk, call, who);
            if (!party.isPhone()) {
                call = Leaving.abandon(desk, call, other -> party.legId()
                        .equals(other.purpose().askedBy()));
                call = LegMedia.change(desk, call, call.leg(party.legId()), Media::end);
                pair = pair.connectedTo(call.leg(party.legId()));
                call = call.withoutLeg(party.legId());
            }
        }
        desk.note(
                call,
                TimelineEntry.Kind.CALL,
                transferee.label(),
                ring.target().label(),
                "talk in a call of their own",
                Map.of("newCallId", pair.id()));
        desk.note(
                pair,
                TimelineEntry.Kind.CALL,
                transferee.label(),
                ring.target().label(),
                "talk in this call from now on",
                Map.of("oldCallId", before.id()));
        desk.save(Roster.publish(desk, pair));
        return call;
    }
}
