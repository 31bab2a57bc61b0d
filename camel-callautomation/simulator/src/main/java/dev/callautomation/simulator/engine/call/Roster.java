package dev.callautomation.simulator.engine.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.callautomation.simulator.engine.result.ResultInformation;

/** Tells applications who is in a call. */
public final class Roster {

    private Roster() {}

    /** The list changed: every connected application hears it under the next sequence number. */
    public static Call publish(CommandContext context, Call call) {
        return publish(context, call, call.establishedLegs());
    }

    /** As {@link #publish(CommandContext, Call)}, to these legs only. */
    public static Call publish(CommandContext context, Call call, List<Leg> legs) {
        if (legs.isEmpty()) {
            return call;
        }
        Call next = call.nextRoster();
        Map<String, Object> specific = new LinkedHashMap<>();
        specific.put("participants", next.parties());
        specific.put("sequenceNumber", next.rosterSequence());
        legs.forEach(leg ->
                context.callback(next, leg, "ParticipantsUpdated", specific, null, null, ResultInformation.SUCCESS));
        return next;
    }
}
