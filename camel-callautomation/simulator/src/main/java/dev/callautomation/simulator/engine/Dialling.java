package dev.callautomation.simulator.engine;

import java.util.Map;

import dev.callautomation.simulator.model.TimelineEntry;

/** A phone has dialled a number, usually one of the application. */
record Dialling() implements Purpose {

    @Override
    public String askedBy() {
        return null;
    }

    @Override
    public boolean keepsCallAlive() {
        return false;
    }

    @Override
    public Call answered(Desk desk, Call call, Ring ring) {
        return call;
    }

    @Override
    public void refused(Desk desk, Call call, Ring ring, Refusal refusal) {
        ResultInformation result = refusal.result(ring.target());
        desk.note(
                call,
                TimelineEntry.Kind.PHONE,
                ring.caller().label(),
                null,
                "hears that " + ring.target().label() + " " + refusal.phrase(),
                Map.of(
                        "phone", ring.caller().rawId(),
                        "code", String.valueOf(result.code()),
                        "subCode", String.valueOf(result.subCode())));
        Leaving.end(desk, call, leg -> Ending.LEFT_ALONE);
    }

    @Override
    public Call abandoned(Desk desk, Call call, Ring ring) {
        // the caller is gone, and an application that was answering learns it from its own leg
        return call;
    }
}
