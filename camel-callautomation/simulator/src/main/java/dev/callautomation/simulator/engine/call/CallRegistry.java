package dev.callautomation.simulator.engine.call;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.callautomation.simulator.engine.result.ServiceError;

/** All calls and the ways to find one. Remembers a bounded number of calls, of those that go on and of ended ones. */
public final class CallRegistry {

    private static final int CLEARED_IDS_KEPT = 10_000;

    private final Map<String, Call> byId = new LinkedHashMap<>();
    private final Map<String, String> callOfLeg = new HashMap<>();
    private final Map<String, String> callOfContext = new HashMap<>();
    private final Map<String, String> callOfServerCallId = new HashMap<>();
    private final Map<String, String> callOfRecording = new HashMap<>();
    /** The keys of a call in the maps above, some of which it may no longer know itself. */
    private final Map<String, Set<String>> keysOfCall = new HashMap<>();

    private final Set<String> cleared = new LinkedHashSet<>();
    private final Deque<String> ended = new ArrayDeque<>();
    private final int activeLimit;
    private final int endedLimit;
    private long mediaBytes;

    /**
     * A registry without calls.
     *
     * @param activeLimit calls that go on at once; another one is refused
     * @param endedLimit ended calls that are remembered
     */
    public CallRegistry(int activeLimit, int endedLimit) {
        this.activeLimit = activeLimit;
        this.endedLimit = endedLimit;
    }

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

    /** Refuses a new call, 429/8530, when as many as may be go on. */
    void checkRoomFor(String callId) {
        if (!byId.containsKey(callId) && byId.size() - ended.size() >= activeLimit) {
            throw ServiceError.tooManyCalls(activeLimit);
        }
    }

    /** Takes the new value of a call; returns the ids of calls forgotten to make room. */
    public List<String> store(Call call) {
        Call before = byId.put(call.id(), call);
        mediaBytes += mediaBytes(call) - mediaBytes(before);
        key(callOfServerCallId, call.serverCallId(), call);
        call.legs().forEach(leg -> key(callOfLeg, leg.id(), call));
        call.rings().stream().filter(Ring::isAtApplication).forEach(ring -> {
            key(callOfContext, ring.incomingCallContext(), call);
            key(callOfLeg, ring.legId(), call);
        });
        call.recordings().forEach(recording -> key(callOfRecording, recording.id(), call));
        if (call.over() && (before == null || !before.over())) {
            ended.add(call.id());
        }
        return forgetOldest();
    }

    /** About how many bytes the texts of media operations of all calls take when this is the value of a call. */
    long mediaBytesWith(Call call) {
        return mediaBytes - mediaBytes(byId.get(call.id())) + mediaBytes(call);
    }

    private static long mediaBytes(Call call) {
        long bytes = 0;
        if (call != null) {
            for (Leg leg : call.legs()) {
                bytes += leg.media().size();
            }
        }
        return bytes;
    }

    private void key(Map<String, String> map, String key, Call call) {
        if (!call.id().equals(map.put(key, call.id()))) {
            keysOfCall.computeIfAbsent(call.id(), id -> new HashSet<>()).add(key);
        }
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
        keysOfCall.clear();
        ended.clear();
        mediaBytes = 0;
    }

    private List<String> forgetOldest() {
        List<String> forgotten = new ArrayList<>();
        while (ended.size() > endedLimit) {
            String id = ended.remove();
            mediaBytes -= mediaBytes(byId.remove(id));
            for (String key : keysOfCall.remove(id)) {
                // a leg may have moved to another call
                callOfLeg.remove(key, id);
                callOfContext.remove(key, id);
                callOfRecording.remove(key, id);
                callOfServerCallId.remove(key, id);
            }
            forgotten.add(id);
        }
        return forgotten;
    }
}
