package dev.callautomation.simulator.engine.command.participant;

import java.net.URI;
import java.util.Map;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Ring;
import dev.callautomation.simulator.engine.call.RingPurpose;
import dev.callautomation.simulator.engine.result.Refusal;
import dev.callautomation.simulator.engine.result.ResultInformation;

/** A target of addParticipant. */
record AddParticipantPurpose(String requestedBy, String invitationId, String operationContext, URI operationCallbackUri)
        implements RingPurpose {

    @Override
    public boolean keepsCallAlive() {
        return false;
    }

    @Override
    public Call answered(CommandContext context, Call call, Ring ring) {
        tell(context, call, ring, "AddParticipantSucceeded", ResultInformation.SUCCESS);
        return call;
    }

    @Override
    public void refused(CommandContext context, Call call, Ring ring, Refusal refusal) {
        tell(context, call, ring, "AddParticipantFailed", refusal.resultOfAdding(ring.target()));
        context.save(call);
    }

    @Override
    public Call abandoned(CommandContext context, Call call, Ring ring) {
        tell(context, call, ring, "AddParticipantFailed", Refusal.CANCELED.resultOfAdding(ring.target()));
        return call;
    }

    private void tell(CommandContext context, Call call, Ring ring, String type, ResultInformation result) {
        context.callback(
                call,
                call.leg(requestedBy),
                type,
                Map.of("participant", ring.target()),
                operationContext,
                operationCallbackUri,
                result);
    }
}
