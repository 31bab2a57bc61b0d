package dev.callautomation.simulator.engine.command.call;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CallView;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;

/** An application looks at its call; works while it is ringing, too. */
public record GetCall(String legId) implements Command<CallView> {

    @Override
    public CallView run(CommandContext context) {
        Call call = context.callOfLeg(legId);
        return new CallView(call, call.leg(legId));
    }
}
