package dev.callautomation.simulator.engine.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All calls and the ways to find one. Remembers a bounded number of ended calls. */
public final class CallRegistry {

    static final int ENDED_CALLS_KEPT = 1_000;

    private static final int CLEARED_IDS_KEPT = 10_000;

    private final Map<String, Call> byId = new LinkedHashMap<>();
    private final Map<String, String> callOfLeg = new HashMap<>();
    private final Map<String, String> callOfContext = new HashMap<>();
    private final Map<String, String> callOfServerCallId = new HashMap<>();
    private final Map<String, String> callOfRecording = new HashMap<>();
    private final Set<String> cleared = new LinkedHashSet<>();
    private int ended;

    public Optional<Call> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Call> byLeg(String legId) {
        return Optional.ofNullable(callOfLeg.get(legId)).map(byId::get);
    }

    public Optional<Call> byContext(String context) {
        return Optional.ofNullable(callOfContext.get(context)).map(byId::get);
    }

    Optional<Call> byServerCallId(String serverCallId) {
        return Optional.ofNullable(callOfServerCallId.get(serverCallId)).map(byId::get);
    }

    public Optional<Call> byRecording(String recordingId) {
        return Optional.ofNullable(callOfRecording.get(recordingId)).map(byId::get);
    }

    public List<Call> all() {
        return new ArrayList<>(byId.values());
    }

    /** Takes the new value of a call; returns the ids of calls forgotten to make room. */
    public List<String> store(Call call) {
        Call before = byId.put(call.id(), call);
        callOfServerCallId.put(call.serverCallId(), call.id());
        call.legs().forEach(leg -> callOfLeg.put(leg.id(), call.id()));
        call.rings().stream().filter(Ring::isAtApplication).forEach(ring -> {
            callOfContext.put(ring.incomingCallContext(), call.id());
            callOfLeg.put(ring.legId(), call.id());
        });
        call.recordings().forEach(recording -> callOfRecording.put(recording.id(), call.id()));
        if (call.over() && (before == null || !before.over())) {
            ended++;
        }
        return forgetOldest();
    }

    /** Whether there was a call with this connection, context or recording before {@link #clear()}. */
    public boolean wasCleared(String id) {
        return cleared.contains(id);
    }

    /** Forgets all calls; remembers a bounded number of the ids by which requests name them. */
    public void clear() {
        Stream.of(callOfLeg, callOfContext, callOfRecording)
                .flatMap(ids -> ids.keySet().stream())
                .forEach(cleared::add);
        Iterator<String> oldest = cleared.iterator();
        while (cleared.size() > CLEARED_IDS_KEPT) {
            oldest.next();
            oldest.remove();
        }
        byId.clear();
        callOfLeg.clear();
        callOfContext.clear();
        callOfServerCallId.clear();
        callOfRecording.clear();
        ended = 0;
    }

    private List<String> forgetOldest() {
        List<String> forgotten = new ArrayList<>();
        for (Iterator<Call> it = byId.values().iterator(); ended > ENDED_CALLS_KEPT && it.hasNext(); ) {
            Call call = it.next();
            if (call.over()) {
                it.remove();
                ended--;
                callOfLeg.values().removeIf(call.id()::equals);
                callOfContext.values().removeIf(call.id()::equals);
                callOfRecording.values().removeIf(call.id()::equals);
                callOfServerCallId.remove(call.serverCallId());
                forgotten.add(call.id());
            }
        }
        return forgotten;
    }
}
