package dev.callautomation.camel.internal.tracing;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.NonManagedService;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.service.ServiceSupport;

import dev.callautomation.camel.internal.support.CallIds;

/**
 * The traces in which this node has begun calls, for the events that do not return the trace context of an operation, such as
 * ParticipantsUpdated. They belong to a Camel context and end with it. Calls that have ended are forgotten after a minute,
 * and the least recently used if there are too many.
 */
final class CallTraces extends ServiceSupport implements NonManagedService {

    private static final int MAX_CALLS = 20_000;
    private static final int IDS = 2;
    private static final float LOAD_FACTOR = 0.75f;

    /** Events may overtake each other, and several routes get the last one. */
    private static final long KEPT_AFTER_END = TimeUnit.MINUTES.toNanos(1);

    private final Map<String, Map<String, String>> traces;
    private final Queue<EndedCall> ended = new ArrayDeque<>();
    private final int capacity;
    private final LongSupplier nanoTime;

    private record EndedCall(CallIds call, long time) {}

    CallTraces(int capacity, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.nanoTime = nanoTime;
        traces = new LinkedHashMap<>(16, LOAD_FACTOR, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Map<String, String>> eldest) {
                return size() > capacity;
            }
        };
    }

    static CallTraces of(CamelContext context) {
        CallTraces traces = context.getCamelContextExtension().getContextPlugin(CallTraces.class);
        return traces == null ? create(context) : traces;
    }

    private static CallTraces create(CamelContext context) {
        synchronized (CallTraces.class) {
            CallTraces traces = context.getCamelContextExtension().getContextPlugin(CallTraces.class);
            if (traces == null) {
                traces = new CallTraces(IDS * MAX_CALLS, System::nanoTime);
                try {
                    context.addService(traces);
                } catch (Exception e) {
                    throw RuntimeCamelException.wrapRuntimeCamelException(e);
                }
                context.getCamelContextExtension().addContextPlugin(CallTraces.class, traces);
            }
            return traces;
        }
    }

    /**
     * Remembers the context of a span in the trace of a call, unless there is an earlier one. The trace is known by both ids
     * from now on.
     */
    synchronized void add(CallIds call, Map<String, String> context) {
        forgetEnded();
        Map<String, String> first = known(call);
        Map<String, String> trace = first.isEmpty() ? context : first;
        ids(call).forEach(id -> traces.putIfAbsent(id, trace));
    }

    /** The context of the first span in the trace of a call, by either id; empty if there is none. */
    synchronized Map<String, String> find(CallIds call) {
        forgetEnded();
        return known(call);
    }

    private Map<String, String> known(CallIds call) {
        return ids(call).map(traces::get).filter(Objects::nonNull).findFirst().orElse(Map.of());
    }

    /** The call has ended: few events follow. */
    synchronized void end(CallIds call) {
        forgetEnded();
        if (ended.size() == capacity) {
            ended.remove();
        }
        ended.add(new EndedCall(call, nanoTime.getAsLong()));
    }

    synchronized int size() {
        return traces.size();
    }

    private void forgetEnded() {
        long now = nanoTime.getAsLong();
        while (!ended.isEmpty() && now - ended.element().time() >= KEPT_AFTER_END) {
            ids(ended.remove().call()).forEach(traces::remove);
        }
    }

    private static Stream<String> ids(CallIds call) {
        return Stream.of(call.callConnectionId(), call.correlationId()).filter(Objects::nonNull);
    }

    @Override
    protected synchronized void doStop() {
        traces.clear();
        ended.clear();
    }
}
