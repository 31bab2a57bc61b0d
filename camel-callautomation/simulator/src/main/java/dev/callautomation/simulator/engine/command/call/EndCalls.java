package dev.callautomation.simulator.engine.command.call;

import java.util.List;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.result.DisconnectReason;

/** All calls end, as when the other participants have left. */
public record EndCalls() implements Command<Integer> {

    /** Returns how many have ended. */
    @Override
    public Integer run(CommandContext context) {
        List<Call> calls = context.runningCalls();
        calls.forEach(call -> Disconnection.endCall(context, call, leg -> DisconnectReason.LEFT_ALONE));
        return calls.size();
    }
}
