package dev.callautomation.simulator.engine;

import java.util.Optional;

import dev.callautomation.simulator.model.CallState;

/** A target of createCall. The first one to answer connects the call, one that refuses just does not join. */
record Invite(String askedBy) implements Purpose {

    @Override
    public boolean keepsCallAlive() {
        return true;
    }

    @Override
    public Call answered(Desk desk, Call call, Ring ring) {
        Leg leg = call.leg(askedBy);
        if (!leg.isConnecting()) {
            return call;
        }
        Leg connected = leg.in(CallState.CONNECTED);
        Call next = call.withLeg(connected);
        desk.callbackWithContext(next, connected, "CallConnected", ResultInformation.SUCCESS);
        return next;
    }

    @Override
    public void refused(Desk desk, Call call, Ring ring, Refusal refusal) {
        boolean othersRing = call.rings().stream().anyMatch(other -> other.purpose() instanceof Invite);
        Optional<Leg> waiting = call.findLeg(askedBy).filter(Leg::isConnecting);
        if (othersRing || waiting.isEmpty()) {
            Leaving.endIfAlone(desk, call, Ending.LEFT_ALONE);
            return;
        }
        ResultInformation result = refusal.resultOfCreating(ring.target());
        Leaving.end(desk, call, leg -> result);
    }

    @Override
    public Call abandoned(Desk desk, Call call, Ring ring) {
        // nobody waits for a single target of a group: the connection's own events tell how the call went
        return call;
    }
}
