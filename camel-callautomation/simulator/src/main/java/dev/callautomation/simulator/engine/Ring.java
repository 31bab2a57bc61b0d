package dev.callautomation.simulator.engine;

import java.time.Duration;

import dev.callautomation.simulator.model.CustomContext;
import dev.callautomation.simulator.model.Identifier;

/**
 * A target being called.
 *
 * @param id changes when the call is redirected, so that an old timer finds nothing
 * @param purpose what its answer or refusal means
 * @param patience how long it may ring
 * @param legId the connection id of the application that will answer, {@code null} for a phone
 * @param incomingCallContext the ticket for answering, {@code null} for a phone
 * @param answering an application has answered and is being connected
 */
record Ring(
        String id,
        Purpose purpose,
        Identifier target,
        Identifier caller,
        String callerDisplayName,
        CustomContext customContext,
        Duration patience,
        String legId,
        String incomingCallContext,
        boolean answering) {

    static Ring of(
            String id,
            Purpose purpose,
            Identifier target,
            Identifier caller,
            String callerDisplayName,
            CustomContext customContext,
            Duration patience) {
        return new Ring(id, purpose, target, caller, callerDisplayName, customContext, patience, null, null, false);
    }

    Ring atApplication(String newLegId, String newContext) {
        return new Ring(
                id, purpose, target, caller, callerDisplayName, customContext, patience, newLegId, newContext, false);
    }

    Ring answeredByApplication() {
        return new Ring(
                id,
                purpose,
                target,
                caller,
                callerDisplayName,
                customContext,
                patience,
                legId,
                incomingCallContext,
                true);
    }

    /** The same invitation at another target. */
    Ring redirected(String newId, Identifier newTarget) {
        return of(newId, purpose, newTarget, caller, callerDisplayName, customContext, patience);
    }

    boolean isAtApplication() {
        return legId != null;
    }

    /** Leaves out the incoming call context: whoever holds it can take the call. */
    @Override
    public String toString() {
        return "Ring[" + id + " " + target + "]";
    }
}
