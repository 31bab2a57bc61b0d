package dev.callautomation.simulator.engine.command.participant;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.call.Ring;
import dev.callautomation.simulator.engine.command.call.Disconnection;
import dev.callautomation.simulator.engine.result.DisconnectReason;
import dev.callautomation.simulator.engine.result.Refusal;
import dev.callautomation.simulator.engine.result.ResultInformation;

/**
 * An application takes back an invitation. As recorded, a canceled invitation is reported by
 * CancelAddParticipantSucceeded alone, with 487/5234.
 */
public record CancelAddParticipant(String legId, String invitationId, String operationContext, URI operationCallbackUri)
        implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call call = context.establishedCallOfLeg(legId);
        Optional<Ring> found = call.rings().stream()
                .filter(ring -> ring.purpose() instanceof AddParticipantPurpose addition
                        && addition.invitationId().equals(invitationId))
                .findFirst();
        if (found.isEmpty()) {
            tell(
                    context,
                    call,
                    "CancelAddParticipantFailed",
                    ResultInformation.of(404, 8522, "There is no open invitation " + invitationId));
            return null;
        }
        Ring ring = found.get();
        context.phoneNote(call, ring.target(), Refusal.CANCELED.phrase(), null);
        Call next = call.notRinging(ring);
        if (ring.answering()) {
            Leg answering = next.leg(ring.legId());
            next = Disconnection.disconnectLeg(context, next, answering, DisconnectReason.LEFT_ALONE);
        }
        context.save(next);
        tell(
                context,
                next,
                "CancelAddParticipantSucceeded",
                ResultInformation.of(
                        487,
                        5234,
                        "addParticipants failed for participant " + ring.target()
                                + ". Underlying reason: The Call Has Been Cancelled"));
        return null;
    }

    private void tell(CommandContext context, Call call, String type, ResultInformation result) {
        context.callback(
                call,
                call.leg(legId),
                type,
                Map.of("invitationId", invitationId),
                operationContext,
                operationCallbackUri,
                result);
    }
}
