package dev.callautomation.simulator.engine.command.ringing;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Ring;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.Identifier;

/** The first call a phone rings in. */
public record RingingPhone(Call call, Ring ring) {

    public static RingingPhone of(CommandContext context, Identifier phone) {
        for (Call call : context.runningCalls()) {
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
