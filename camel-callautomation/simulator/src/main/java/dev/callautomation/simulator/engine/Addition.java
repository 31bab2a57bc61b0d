package dev.callautomation.simulator.engine;

import java.net.URI;
import java.util.Map;

/** A target of addParticipant. */
record Addition(String askedBy, String invitationId, String operationContext, URI operationCallbackUri)
        implements Purpose {

    @Override
    public boolean keepsCallAlive() {
        return false;
    }

    @Override
    public Call answered(Desk desk, Call call, Ring ring) {
        tell(desk, call, ring, "AddParticipantSucceeded", ResultInformation.SUCCESS);
        return call;
    }

    @Override
    public void refused(Desk desk, Call call, Ring ring, Refusal refusal) {
        tell(desk, call, ring, "AddParticipantFailed", refusal.resultOfAdding(ring.target()));
        desk.save(call);
    }

    @Override
    public Call abandoned(Desk desk, Call call, Ring ring) {
        tell(desk, call, ring, "AddParticipantFailed", Refusal.CANCELED.resultOfAdding(ring.target()));
        return call;
    }

    private void tell(Desk desk, Call call, Ring ring, String type, ResultInformation result) {
        desk.callback(
                call,
                call.leg(askedBy),
                type,
                Map.of("participant", ring.target()),
                operationContext,
                operationCallbackUri,
                result);
    }
}
