package dev.callautomation.simulator.timeline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The last requests, in order, up to a number of them and of characters of their bodies. Not safe for threads. */
final class KeptRequests {

    /** In the order of the numbers. */
    private final Map<Long, ReceivedRequest> requests = new LinkedHashMap<>();

    private final Map<String, Set<Long>> ofCalls = new HashMap<>();
    private final int limit;
    private final long limitOfBodies;
    private long bodies;

    KeptRequests(int limit, long limitOfBodies) {
        this.limit = limit;
        this.limitOfBodies = limitOfBodies;
    }

    void add(long number, ReceivedRequest request) {
        requests.put(number, request);
        bodies += request.json().length();
        if (request.callId() != null) {
            ofCalls.computeIfAbsent(request.callId(), id -> new HashSet<>()).add(number);
        }
        while (requests.size() > limit || bodies > limitOfBodies) {
            drop(requests.keySet().iterator().next());
        }
    }

    List<ReceivedRequest> all() {
        return List.copyOf(requests.values());
    }

    Map<Long, ReceivedRequest> after(long number) {
        return requests.entrySet().stream()
                .filter(request -> request.getKey() > number)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void forget(String callId) {
        Set<Long> numbers = ofCalls.remove(callId);
        if (numbers != null) {
            numbers.forEach(this::remove);
        }
    }

    void clear() {
        requests.clear();
        ofCalls.clear();
        bodies = 0;
    }

    private void drop(long number) {
        String callId = remove(number).callId();
        if (callId != null) {
            ofCalls.computeIfPresent(callId, (id, numbers) -> {
                numbers.remove(number);
                return numbers.isEmpty() ? null : numbers;
            });
        }
    }

    private ReceivedRequest remove(long number) {
        ReceivedRequest removed = requests.remove(number);
        bodies -= removed.json().length();
        return removed;
    }
}
