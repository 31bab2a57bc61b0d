package dev.callautomation.simulator.engine;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * An application takes back an invitation. As recorded, a cancelled invitation is reported by
 * CancelAddParticipantSucceeded alone, with 487/5234.
 */
public record CancelAddParticipant(String legId, String invitationId, String operationContext, URI operationCallbackUri)
        implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        Call call = desk.establishedCallOfLeg(legId);
        Optional<Ring> found = call.rings().stream()
                .filter(ring -> ring.purpose() instanceof Addition addition
                        && addition.invitationId().equals(invitationId))
                .findFirst();
        if (found.isEmpty()) {
            tell(
                    desk,
                    call,
                    "CancelAddParticipantFailed",
                    ResultInformation.of(404, 8522, "There is no open invitation " + invitationId));
            return null;
        }
        Ring ring = found.get();
        desk.phoneNote(call, ring.target(), Refusal.CANCELED.phrase(), null);
        Call next = call.notRinging(ring);
        if (ring.answering()) {
            Leg answering = next.leg(ring.legId());
            next = Leaving.legEnds(desk, next, answering, Ending.LEFT_ALONE);
        }
        desk.save(next);
        tell(
                desk,
                next,
                "CancelAddParticipantSucceeded",
                ResultInformation.of(
                        487,
                        5234,
                        "addParticipants failed for participant " + ring.target()
                                + ". Underlying reason: The Call Has Been Cancelled"));
        return null;
    }

    private void tell(Desk desk, Call call, String type, ResultInformation result) {
        desk.callback(
                call,
                call.leg(legId),
                type,
                Map.of("invitationId", invitationId),
                operationContext,
                operationCallbackUri,
                result);
    }
}
