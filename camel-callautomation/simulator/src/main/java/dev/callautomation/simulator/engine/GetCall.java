package dev.callautomation.simulator.engine;

/** An application looks at its call; works while it is ringing, too. */
public record GetCall(String legId) implements Command<CallView> {

    @Override
    public CallView run(Desk desk) {
        Call call = desk.callOfLeg(legId);
        return new CallView(call, call.leg(legId));
    }
}
