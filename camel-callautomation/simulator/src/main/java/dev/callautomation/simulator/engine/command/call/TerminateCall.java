package dev.callautomation.simulator.engine.command.call;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.result.DisconnectReason;

/** An application ends the call for everyone. */
public record TerminateCall(String legId) implements Command<String> {

    /** Returns the id of the call. */
    @Override
    public String run(CommandContext context) {
        Call before = context.callOfLeg(legId);
        Call call = Disconnection.disconnectLeg(context, before, before.leg(legId), DisconnectReason.BY_APPLICATION);
        Disconnection.endCall(context, call, leg -> DisconnectReason.FOR_EVERYONE);
        return before.id();
    }
}
