package dev.callautomation.simulator.engine.command.ringing;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Ring;
import dev.callautomation.simulator.engine.result.ServiceError;

/** The call and the ring that an incoming call context stands for. */
public record IncomingRing(Call call, Ring ring) {

    /**
     * Finds them.
     *
     * @throws ServiceError 400/8523 for a context that was never issued, 404/8522 when it no longer rings, 409/8519
     *     when it has just been answered
     */
    public static IncomingRing of(CommandContext context, String incomingCallContext) {
        Call call = context.callOfContext(incomingCallContext)
                .orElseThrow(() -> ServiceError.invalid(
                        "Invalid request: incomingCallContext is not one this service has issued."));
        Ring ring = call.rings().stream()
                .filter(r -> incomingCallContext.equals(r.incomingCallContext()))
                .findFirst()
                .orElseThrow(ServiceError::callNotFound);
        if (ring.answering()) {
            throw ServiceError.conflict("The incoming call is already being answered.");
        }
        return new IncomingRing(call, ring);
    }
}
