package dev.callautomation.simulator.engine.command.call;

import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.command.ringing.IncomingRing;
import dev.callautomation.simulator.engine.command.ringing.Ringing;
import dev.callautomation.simulator.engine.result.Refusal;

/** An application rejects an incoming call. */
public record RejectCall(String incomingCallContext, Refusal refusal) implements Command<String> {

    /** Returns the id of the call. */
    @Override
    public String run(CommandContext context) {
        IncomingRing incoming = IncomingRing.of(context, incomingCallContext);
        Ringing.refused(context, incoming.call(), incoming.ring(), refusal);
        return incoming.call().id();
    }

    /** Leaves out the incoming call context. */
    @Override
    public String toString() {
        return "RejectCall[" + refusal + "]";
    }
}
