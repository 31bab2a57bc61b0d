package dev.callautomation.simulator.engine.command.phone;

import java.util.List;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.command.call.Disconnection;
import dev.callautomation.simulator.engine.result.DisconnectReason;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.Identifier;

/** A phone hangs up: its latest call ends, or, when it is only ringing, is declined. */
public record PhoneHangsUp(Identifier phone) implements Command<String> {

    /** Returns the id of the call. */
    @Override
    public String run(CommandContext context) {
        List<Call> calls = context.runningCalls().stream()
                .filter(call -> call.party(phone).isPresent())
                .toList();
        if (calls.isEmpty()) {
            if (context.runningCalls().stream()
                    .noneMatch(call -> call.ringAt(phone).isPresent())) {
                throw new ServiceError(409, "NotInCall", phone + " is neither in a call nor ringing.");
            }
            return new PhoneDeclines(phone).run(context);
        }
        Call call = calls.get(calls.size() - 1);
        if (!call.party(phone).orElseThrow().isPhone()) {
            throw new ServiceError(
                    409, "ApplicationNumber", phone + " is the application in this call: hang up with the REST API.");
        }
        context.phoneAction(call, phone, "hangs up", "hangUp", null);
        Disconnection.publishOrEnd(
                context, Disconnection.removeParty(context, call, phone), DisconnectReason.LEFT_ALONE);
        return call.id();
    }
}
