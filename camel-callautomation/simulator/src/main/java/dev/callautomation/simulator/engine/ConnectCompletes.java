package dev.callautomation.simulator.engine;

import java.util.List;

import dev.callautomation.simulator.model.CallState;

/** An application that joined a running call is connected. Nothing happens when either has gone meanwhile. */
record ConnectCompletes(String callId, String legId) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        desk.findCall(callId).ifPresent(call -> call.findLeg(legId)
                .filter(Leg::isConnecting)
                .map(leg -> leg.in(CallState.CONNECTED))
                .ifPresent(leg -> connected(desk, call.withLeg(leg), leg)));
        return null;
    }

    private static void connected(Desk desk, Call call, Leg leg) {
        desk.callbackWithContext(call, leg, "CallConnected", ResultInformation.SUCCESS);
        desk.save(Roster.publish(desk, call, List.of(leg)));
    }
}
