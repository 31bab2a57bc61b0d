package dev.callautomation.simulator.engine;

/** The call and the ring that an incoming call context stands for. */
record IncomingRing(Call call, Ring ring) {

    /**
     * Finds them.
     *
     * @throws ServiceError 400/8523 for a context that was never issued, 404/8522 when it no longer rings, 409/8519
     *     when somebody has just answered it
     */
    static IncomingRing of(Desk desk, String incomingCallContext) {
        Call call = desk.callOfContext(incomingCallContext)
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
