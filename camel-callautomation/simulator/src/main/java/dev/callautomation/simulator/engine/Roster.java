package dev.callautomation.simulator.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells applications who is in a call. */
final class Roster {

    private Roster() {}

    /** The list changed: every connected application hears it under the next sequence number. */
    static Call publish(Desk desk, Call call) {
        return publish(desk, call, call.establishedLegs());
    }

    /** As {@link #publish(Desk, Call)}, to these legs only. */
    static Call publish(Desk desk, Call call, List<Leg> legs) {
        if (legs.isEmpty()) {
            return call;
        }
        Call next = call.nextRoster();
        Map<String, Object> specific = new LinkedHashMap<>();
        specific.put("participants", next.parties());
        specific.put("sequenceNumber", next.rosterSequence());
        legs.forEach(leg ->
                desk.callback(next, leg, "ParticipantsUpdated", specific, null, null, ResultInformation.SUCCESS));
        return next;
    }
}
