package dev.callautomation.simulator.engine.command.call;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.call.Ring;
import dev.callautomation.simulator.engine.call.RingPurpose;
import dev.callautomation.simulator.engine.call.Roster;
import dev.callautomation.simulator.engine.command.media.MediaTransitions;
import dev.callautomation.simulator.engine.media.Media;
import dev.callautomation.simulator.engine.result.DisconnectReason;
import dev.callautomation.simulator.engine.result.Refusal;
import dev.callautomation.simulator.engine.result.ResultInformation;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.TimelineEntry;

/**
 * A target of transferToParticipant. In a call of two the application leaves and the others go on talking; in a group
 * the transferee leaves and talks to the target in a call of their own.
 */
record TransferPurpose(String requestedBy, Identifier transferee, String operationContext, URI operationCallbackUri)
        implements RingPurpose {

    @Override
    public boolean keepsCallAlive() {
        return false;
    }

    @Override
    public Call answered(CommandContext context, Call call, Ring ring) {
        Leg leg = call.leg(requestedBy);
        Map<String, Object> specific = new LinkedHashMap<>();
        specific.put("transferTarget", ring.target());
        specific.put("transferee", transferee);
        context.callback(
                call,
                leg,
                "CallTransferAccepted",
                specific,
                operationContext,
                operationCallbackUri,
                new ResultInformation(200, 7015, "The transfer operation completed successfully."));
        return isOneToOne(call, ring)
                ? Disconnection.disconnectLeg(context, call, leg, DisconnectReason.TRANSFERRED)
                : apart(context, call.withLeg(leg.in(CallState.CONNECTED)), ring);
    }

    @Override
    public void refused(CommandContext context, Call call, Ring ring, Refusal refusal) {
        Leg leg = call.leg(requestedBy).in(CallState.CONNECTED);
        tellFailure(context, call, ring, refusal);
        context.save(call.withLeg(leg));
    }

    @Override
    public Call abandoned(CommandContext context, Call call, Ring ring) {
        tellFailure(context, call, ring, Refusal.CANCELED);
        return call.withLeg(call.leg(requestedBy).in(CallState.CONNECTED));
    }

    private void tellFailure(CommandContext context, Call call, Ring ring, Refusal refusal) {
        context.callback(
                call,
                call.leg(requestedBy),
                "CallTransferFailed",
                Map.of(),
                operationContext,
                operationCallbackUri,
                refusal.result(ring.target()));
    }

    private boolean isOneToOne(Call call, Ring ring) {
        return call.parties().stream()
                .filter(party -> !requestedBy.equals(party.legId()))
                .allMatch(party -> party.identifier().equals(transferee)
                        || party.identifier().equals(ring.target()));
    }

    /** Moves transferee and target, with whatever application answered for them, into a call of their own. */
    private Call apart(CommandContext context, Call before, Ring ring) {
        // numbers of rosters go on, so that they never fall for an application that comes along
        Call pair = Call.begin(context, context.ids().guid()).withRosterSequence(before.rosterSequence());
        Call call = before;
        for (Identifier who : List.of(transferee, ring.target())) {
            Party party = call.party(who).orElseThrow();
            pair = pair.joinedBy(party);
            call = Disconnection.removeParty(context, call, who);
            if (!party.isPhone()) {
                call = Disconnection.cancelRings(context, call, other -> party.legId()
                        .equals(other.purpose().requestedBy()));
                call = MediaTransitions.change(context, call, call.leg(party.legId()), Media::end);
                pair = pair.connectedTo(call.leg(party.legId()));
                call = call.withoutLeg(party.legId());
            }
        }
        context.note(
                call,
                TimelineEntry.Kind.CALL,
                transferee.label(),
                ring.target().label(),
                "talk in a call of their own",
                Map.of("newCallId", pair.id()));
        context.note(
                pair,
                TimelineEntry.Kind.CALL,
                transferee.label(),
                ring.target().label(),
                "talk in this call from now on",
                Map.of("oldCallId", before.id()));
        context.save(Roster.publish(context, pair));
        return call;
    }
}
