package dev.callautomation.simulator.engine.command.call;

import java.util.Optional;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.call.Ring;
import dev.callautomation.simulator.engine.call.RingPurpose;
import dev.callautomation.simulator.engine.result.DisconnectReason;
import dev.callautomation.simulator.engine.result.Refusal;
import dev.callautomation.simulator.engine.result.ResultInformation;
import dev.callautomation.simulator.model.CallState;

/** A target of createCall. The first one to answer connects the call, one that refuses just does not join. */
record CreateCallPurpose(String requestedBy) implements RingPurpose {

    @Override
    public boolean keepsCallAlive() {
        return true;
    }

    @Override
    public Call answered(CommandContext context, Call call, Ring ring) {
        Leg leg = call.leg(requestedBy);
        if (!leg.isConnecting()) {
            return call;
        }
        Leg connected = leg.in(CallState.CONNECTED);
        Call next = call.withLeg(connected);
        context.callbackWithContext(next, connected, "CallConnected", ResultInformation.SUCCESS);
        return next;
    }

    @Override
    public void refused(CommandContext context, Call call, Ring ring, Refusal refusal) {
        boolean othersRing = call.rings().stream().anyMatch(other -> other.purpose() instanceof CreateCallPurpose);
        Optional<Leg> waiting = call.findLeg(requestedBy).filter(Leg::isConnecting);
        if (othersRing || waiting.isEmpty()) {
            Disconnection.endIfAlone(context, call, DisconnectReason.LEFT_ALONE);
            return;
        }
        ResultInformation result = refusal.resultOfCreating(ring.target());
        Disconnection.endCall(context, call, leg -> result);
    }

    @Override
    public Call abandoned(CommandContext context, Call call, Ring ring) {
        // a single target of a group has no event of its own: the events of the connection report the call
        return call;
    }
}
