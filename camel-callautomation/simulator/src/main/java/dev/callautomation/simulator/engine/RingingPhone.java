package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.model.Identifier;

/** The first call a phone rings in. */
record RingingPhone(Call call, Ring ring) {

    static RingingPhone of(Desk desk, Identifier phone) {
        for (Call call : desk.runningCalls()) {
            Ring ring = call.ringAt(phone).orElse(null);
            if (ring != null && ring.isAtApplication()) {
                throw new ServiceError(
                        409,
                        "ApplicationNumber",
                        phone + " is a number of the application: answer, reject or redirect with the REST API.");
            }
            if (ring != null) {
                return new RingingPhone(call, ring);
            }
        }
        throw new ServiceError(409, "NotRinging", phone + " is not ringing.");
    }
}
