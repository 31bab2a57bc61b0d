package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.model.Identifier;

/** An application sends an incoming call on to somebody else; the old context is worthless from then on. */
public record RedirectCall(String incomingCallContext, Identifier target) implements Command<String> {

    /** Returns the id of the call. */
    @Override
    public String run(Desk desk) {
        IncomingRing incoming = IncomingRing.of(desk, incomingCallContext);
        if (target.equals(incoming.ring().caller())) {
            throw ServiceError.invalid("Invalid request: target is the caller.");
        }
        Call others = incoming.call().notRinging(incoming.ring());
        if (others.hasOrCalls(target)) {
            throw ServiceError.conflict(
                    "Conflict: target " + target + " is already in this call or being invited to it.");
        }
        Ring onward = incoming.ring().redirected(desk.ids().guid(), target);
        desk.phoneNote(incoming.call(), incoming.ring().target(), "redirects to " + target.label(), null);
        desk.save(Ringing.start(desk, others, onward));
        return incoming.call().id();
    }

    /** Leaves out the incoming call context. */
    @Override
    public String toString() {
        return "RedirectCall[" + target + "]";
    }
}
