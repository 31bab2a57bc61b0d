package dev.callautomation.simulator.engine.command.phone;

import java.util.List;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.Identifier;

/** Finds the call that an action of a phone applies to. */
final class CallOfPhone {

    private CallOfPhone() {}

    /** The latest call this phone takes part in; 409 when there is none. */
    static Call latest(CommandContext context, Identifier phone) {
        List<Call> calls = context.runningCalls().stream()
                .filter(call -> call.party(phone).isPresent())
                .toList();
        if (calls.isEmpty()) {
            throw new ServiceError(409, "NotInCall", phone + " is not in a call: let it call or answer first.");
        }
        Call call = calls.get(calls.size() - 1);
        if (!call.party(phone).orElseThrow().isPhone()) {
            throw new ServiceError(
                    409, "ApplicationNumber", phone + " is the application in this call: use the REST API.");
        }
        return call;
    }
}
