package dev.callautomation.simulator.engine.call;

import java.time.Duration;

import dev.callautomation.simulator.model.CustomContext;
import dev.callautomation.simulator.model.Identifier;

/**
 * A target being called.
 *
 * @param id changes when the call is redirected, so that an old timer finds nothing
 * @param purpose what its answer or refusal means
 * @param timeout how long it may ring
 * @param legId the connection id of the application that will answer, {@code null} for a phone
 * @param incomingCallContext the ticket for answering, {@code null} for a phone
 * @param answering an application has answered and is being connected
 */
public record Ring(
        String id,
        RingPurpose purpose,
        Identifier target,
        Identifier caller,
        String callerDisplayName,
        CustomContext customContext,
        Duration timeout,
        String legId,
        String incomingCallContext,
        boolean answering) {

    public static Ring of(
            String id,
            RingPurpose purpose,
            Identifier target,
            Identifier caller,
            String callerDisplayName,
            CustomContext customContext,
            Duration timeout) {
        return new Ring(id, purpose, target, caller, callerDisplayName, customContext, timeout, null, null, false);
    }

    public Ring atApplication(String newLegId, String newContext) {
        return new Ring(
                id, purpose, target, caller, callerDisplayName, customContext, timeout, newLegId, newContext, false);
    }

    public Ring answeredByApplication() {
        return new Ring(
                id,
                purpose,
                target,
                caller,
                callerDisplayName,
                customContext,
                timeout,
                legId,
                incomingCallContext,
                true);
    }

    /** The same invitation at another target. */
    public Ring redirected(String newId, Identifier newTarget) {
        return of(newId, purpose, newTarget, caller, callerDisplayName, customContext, timeout);
    }

    public boolean isAtApplication() {
        return legId != null;
    }

    /** Leaves out the incoming call context: it is sufficient to answer the call. */
    @Override
    public String toString() {
        return "Ring[" + id + " " + target + "]";
    }
}
