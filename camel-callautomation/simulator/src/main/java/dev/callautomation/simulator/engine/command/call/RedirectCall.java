package dev.callautomation.simulator.engine.command.call;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Ring;
import dev.callautomation.simulator.engine.command.ringing.IncomingRing;
import dev.callautomation.simulator.engine.command.ringing.Ringing;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.Identifier;

/** An application redirects an incoming call to another target; the old context is invalid from then on. */
public record RedirectCall(String incomingCallContext, Identifier target) implements Command<String> {

    /** Returns the id of the call. */
    @Override
    public String run(CommandContext context) {
        IncomingRing incoming = IncomingRing.of(context, incomingCallContext);
        if (target.equals(incoming.ring().caller())) {
            throw ServiceError.invalid("Invalid request: target is the caller.");
        }
        Call others = incoming.call().notRinging(incoming.ring());
        if (others.hasOrCalls(target)) {
            throw ServiceError.conflict(
                    "Conflict: target " + target + " is already in this call or being invited to it.");
        }
        Ring onward = incoming.ring().redirected(context.ids().guid(), target);
        context.phoneNote(incoming.call(), incoming.ring().target(), "redirects to " + target.label(), null);
        context.save(Ringing.start(context, others, onward));
        return incoming.call().id();
    }

    /** Leaves out the incoming call context. */
    @Override
    public String toString() {
        return "RedirectCall[" + target + "]";
    }
}
