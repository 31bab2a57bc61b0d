package dev.callautomation.simulator.engine;

import java.util.Map;

import dev.callautomation.simulator.model.TimelineEntry;

/** A target has rung for as long as it may. Nothing happens when it no longer rings or is being connected. */
record RingExpires(String callId, String ringId) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        desk.findCall(callId).ifPresent(call -> call.ring(ringId)
                .filter(ring -> !ring.answering())
                .ifPresent(ring -> expire(desk, call, ring)));
        return null;
    }

    private static void expire(Desk desk, Call call, Ring ring) {
        if (ring.isAtApplication()) {
            desk.note(
                    call,
                    TimelineEntry.Kind.CALL,
                    ring.target().label(),
                    null,
                    "incoming call expired: nobody answered, rejected or redirected it in time",
                    Map.of("phone", ring.target().rawId()));
        }
        Ringing.refused(desk, call, ring, Refusal.NO_ANSWER);
    }
}
