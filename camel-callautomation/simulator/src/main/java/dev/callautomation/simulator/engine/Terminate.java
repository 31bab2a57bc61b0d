package dev.callautomation.simulator.engine;

/** An application ends the call for everyone. */
public record Terminate(String legId) implements Command<String> {

    /** Returns the id of the call. */
    @Override
    public String run(Desk desk) {
        Call before = desk.callOfLeg(legId);
        Call call = Leaving.legEnds(desk, before, before.leg(legId), Ending.BY_APPLICATION);
        Leaving.end(desk, call, leg -> Ending.FOR_EVERYONE);
        return before.id();
    }
}
