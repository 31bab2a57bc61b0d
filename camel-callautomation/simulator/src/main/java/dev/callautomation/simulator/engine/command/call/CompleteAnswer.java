package dev.callautomation.simulator.engine.command.call;

import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.command.ringing.Ringing;

/** The media of an answered incoming call is up. Nothing happens when the caller has gone meanwhile. */
record CompleteAnswer(String callId, String ringId) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        context.findCall(callId)
                .ifPresent(call -> call.ring(ringId).ifPresent(ring -> Ringing.answered(context, call, ring)));
        return null;
    }
}
