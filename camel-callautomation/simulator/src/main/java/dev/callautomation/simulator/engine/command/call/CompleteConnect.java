package dev.callautomation.simulator.engine.command.call;

import java.util.List;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.call.Roster;
import dev.callautomation.simulator.engine.result.ResultInformation;
import dev.callautomation.simulator.model.CallState;

/** An application that joined a running call is connected. Nothing happens when either has gone meanwhile. */
record CompleteConnect(String callId, String legId) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        context.findCall(callId).ifPresent(call -> call.findLeg(legId)
                .filter(Leg::isConnecting)
                .map(leg -> leg.in(CallState.CONNECTED))
                .ifPresent(leg -> connected(context, call.withLeg(leg), leg)));
        return null;
    }

    private static void connected(CommandContext context, Call call, Leg leg) {
        context.callbackWithContext(call, leg, "CallConnected", ResultInformation.SUCCESS);
        context.save(Roster.publish(context, call, List.of(leg)));
    }
}
