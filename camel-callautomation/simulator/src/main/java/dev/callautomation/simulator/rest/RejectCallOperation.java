package dev.callautomation.simulator.rest;

import java.util.Map;

import dev.callautomation.simulator.engine.command.call.RejectCall;
import dev.callautomation.simulator.engine.result.Refusal;

/** POST /calling/callConnections:reject. */
final class RejectCallOperation extends Operation.Action {

    RejectCallOperation() {
        super("rejectCall", calls(":reject"));
    }

    @Override
    Reply handle(Request request) {
        String reason = request.body().text("callRejectReason");
        Refusal refusal = REASONS.get(reason == null ? "none" : reason);
        if (refusal == null) {
            throw Body.invalid("callRejectReason must be none, busy or forbidden");
        }
        request.run(new RejectCall(request.body().requiredText("incomingCallContext"), refusal));
        return Reply.of(204);
    }

    private static final Map<String, Refusal> REASONS =
            Map.of("none", Refusal.DECLINED, "busy", Refusal.BUSY, "forbidden", Refusal.FORBIDDEN);
}
