package dev.callautomation.simulator.engine;

/** An application leaves. In a call of two that ends the call, in a group the others go on. */
public record HangUp(String legId) implements Command<String> {

    /** Returns the id of the call. */
    @Override
    public String run(Desk desk) {
        Call before = desk.callOfLeg(legId);
        Leg leg = before.leg(legId);
        Call call = Leaving.legEnds(desk, before, leg, Ending.BY_APPLICATION);
        Ring answering = before.rings().stream()
                .filter(ring -> ring.answering() && legId.equals(ring.legId()))
                .findFirst()
                .orElse(null);
        if (answering != null) {
            Ringing.refused(desk, call, answering, Refusal.DECLINED);
        } else if (leg.origin() == Leg.Origin.CONNECTED) {
            desk.save(call);
        } else if (leg.isConnecting()) {
            Leaving.end(desk, call, other -> Ending.LEFT_ALONE);
        } else {
            Leaving.settle(desk, call, Ending.LEFT_ALONE);
        }
        return before.id();
    }
}
