package dev.callautomation.simulator.engine.command.phone;

import java.util.Map;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Ring;
import dev.callautomation.simulator.engine.call.RingPurpose;
import dev.callautomation.simulator.engine.command.call.Disconnection;
import dev.callautomation.simulator.engine.result.DisconnectReason;
import dev.callautomation.simulator.engine.result.Refusal;
import dev.callautomation.simulator.engine.result.ResultInformation;
import dev.callautomation.simulator.model.TimelineEntry;

/** A phone has dialled a number, usually one of the application. */
record PhoneCallPurpose() implements RingPurpose {

    @Override
    public String requestedBy() {
        return null;
    }

    @Override
    public boolean keepsCallAlive() {
        return false;
    }

    @Override
    public Call answered(CommandContext context, Call call, Ring ring) {
        return call;
    }

    @Override
    public void refused(CommandContext context, Call call, Ring ring, Refusal refusal) {
        ResultInformation result = refusal.result(ring.target());
        context.note(
                call,
                TimelineEntry.Kind.PHONE,
                ring.caller().label(),
                null,
                "hears that " + ring.target().label() + " " + refusal.phrase(),
                Map.of(
                        "phone", ring.caller().rawId(),
                        "code", String.valueOf(result.code()),
                        "subCode", String.valueOf(result.subCode())));
        Disconnection.endCall(context, call, leg -> DisconnectReason.LEFT_ALONE);
    }

    @Override
    public Call abandoned(CommandContext context, Call call, Ring ring) {
        // the caller is gone, and an application that was answering learns it from its own leg
        return call;
    }
}
