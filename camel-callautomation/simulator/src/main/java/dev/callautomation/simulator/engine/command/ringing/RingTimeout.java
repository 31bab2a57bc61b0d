package dev.callautomation.simulator.engine.command.ringing;

import java.util.Map;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Ring;
import dev.callautomation.simulator.engine.result.Refusal;
import dev.callautomation.simulator.model.TimelineEntry;

/** A target has rung for as long as it may. Nothing happens when it no longer rings or is being connected. */
record RingTimeout(String callId, String ringId) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        context.findCall(callId).ifPresent(call -> call.ring(ringId)
                .filter(ring -> !ring.answering())
                .ifPresent(ring -> expire(context, call, ring)));
        return null;
    }

    private static void expire(CommandContext context, Call call, Ring ring) {
        if (ring.isAtApplication()) {
            context.note(
                    call,
                    TimelineEntry.Kind.CALL,
                    ring.target().label(),
                    null,
                    "incoming call expired: not answered, rejected or redirected in time",
                    Map.of("phone", ring.target().rawId()));
        }
        Ringing.refused(context, call, ring, Refusal.NO_ANSWER);
    }
}
