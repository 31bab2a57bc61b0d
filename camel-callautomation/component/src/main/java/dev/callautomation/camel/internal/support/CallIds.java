package dev.callautomation.camel.internal.support;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.MDC;

import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.camel.event.EventEnvelope;

/**
 * Ids of a call for log lines. They are in the mapped diagnostic context (MDC) of a thread while it works for the call, and
 * what was there before is restored afterwards: threads of pools keep no ids.
 *
 * @param callConnectionId {@code null} if there is none, as before an incoming call is answered
 * @param correlationId    may be {@code null}
 */
public record CallIds(String callConnectionId, String correlationId) {

    /** Beside the keys of Camel, of which {@code camel.correlationId} is the id of another exchange. */
    public static final String CALL_CONNECTION_ID = "camel.callConnectionId";

    public static final String CORRELATION_ID = "camel.callCorrelationId";

    private static final String PROPERTY = "CamelCallAutomationCallIds";

    /** Of no call. */
    public static final CallIds NONE = new CallIds(null, null);

    private static final Scope UNCHANGED = () -> {};

    public CallIds {
        callConnectionId = printable(callConnectionId);
        correlationId = printable(correlationId);
    }

    public static CallIds of(EventEnvelope event) {
        return new CallIds(event.callConnectionId(), event.correlationId());
    }

    /** The ids that all events have in common. */
    public static CallIds of(Collection<EventEnvelope> events) {
        CallIds ids = null;
        for (EventEnvelope event : events) {
            CallIds other = of(event);
            ids = ids == null
                    ? other
                    : new CallIds(
                            common(ids.callConnectionId(), other.callConnectionId()),
                            common(ids.correlationId(), other.correlationId()));
        }
        return ids == null ? NONE : ids;
    }

    /** The headers of the message or, where the route has removed them, what the component had set. */
    public static CallIds of(Exchange exchange) {
        InheritedHeaders.Values inherited = InheritedHeaders.values(exchange);
        if (!inherited.isEmpty() && LazyHeaders.areUnused(exchange)) {
            // headers that nobody has asked for are as the component has set them
            return inherited.callIds();
        }
        CallIds ids = find(exchange, inherited);
        // not as the first property, whose map takes 200 bytes while the exchange waits
        if (exchange.hasProperties() && !ids.isEmpty() && ids != exchange.getProperty(PROPERTY)) {
            exchange.setProperty(PROPERTY, ids);
        }
        return ids;
    }

    static CallIds of(InheritedHeaders.Values inherited) {
        return new CallIds(
                text(inherited.get(CallAutomationConstants.CALL_CONNECTION_ID), null),
                text(inherited.get(CallAutomationConstants.CORRELATION_ID), null));
    }

    private static CallIds find(Exchange exchange, InheritedHeaders.Values inherited) {
        Message message = exchange.getMessage();
        if (inherited.isEmpty() && !message.hasHeaders()) {
            return NONE;
        }
        String call = id(message, inherited, CallAutomationConstants.CALL_CONNECTION_ID);
        String correlation = id(message, inherited, CallAutomationConstants.CORRELATION_ID);
        if (call == null && correlation == null) {
            return NONE;
        }
        CallIds known = exchange.getProperty(PROPERTY, CallIds.class);
        return known != null && known.isOf(call, correlation) ? known : new CallIds(call, correlation);
    }

    // by identity: headers are seldom replaced, and their texts are not compared in each step
    @SuppressWarnings({"ReferenceEquality", "StringEquality"})
    private boolean isOf(String call, String correlation) {
        return call == callConnectionId && correlation == correlationId;
    }

    /**
     * Those of an operation, which may belong to another call than its exchange.
     *
     * @param call {@code null} if the operation has none
     */
    public static CallIds ofOperation(Exchange exchange, String call) {
        CallIds own = of(exchange);
        CallIds other = new CallIds(call, null);
        return other.callConnectionId() == null || other.callConnectionId().equals(own.callConnectionId())
                ? own
                : other;
    }

    private static String id(Message message, InheritedHeaders.Values inherited, String name) {
        Object header = message.hasHeaders() ? message.getHeader(name) : null;
        return header instanceof String id ? id : text(inherited.get(name), null);
    }

    private static String common(String one, String other) {
        return Objects.equals(one, other) ? one : null;
    }

    /** Whether there are none, so that there is nothing to do for them. */
    public boolean isEmpty() {
        return callConnectionId == null && correlationId == null;
    }

    /** Text of a sender must not add lines to a log. */
    private static String printable(String id) {
        return id == null || id.isBlank() ? null : UntrustedText.escape(id);
    }

    /** These ids, replaced by those in the headers that a response leads to. */
    public CallIds with(Map<String, Object> headers) {
        return headers.get(CallAutomationConstants.CALL_CONNECTION_ID) instanceof String call
                ? new CallIds(call, text(headers.get(CallAutomationConstants.CORRELATION_ID), correlationId))
                : this;
    }

    private static String text(Object value, String otherwise) {
        return value instanceof String text ? text : otherwise;
    }

    /**
     * Sets the ids for the lines that this thread logs, until the scope is closed on it. Without any id, nothing changes: what
     * a step does for another exchange belongs to its call.
     */
    public Scope open() {
        if (isEmpty()) {
            return UNCHANGED;
        }
        String callBefore = MDC.get(CALL_CONNECTION_ID);
        String correlationBefore = MDC.get(CORRELATION_ID);
        if (Objects.equals(callBefore, callConnectionId) && Objects.equals(correlationBefore, correlationId)) {
            return UNCHANGED;
        }
        setBoth(callConnectionId, correlationId);
        return () -> setBoth(callBefore, correlationBefore);
    }

    public void run(Runnable task) {
        Scope scope = open();
        try {
            task.run();
        } finally {
            scope.close();
        }
    }

    public <T> T get(Supplier<T> task) {
        Scope scope = open();
        try {
            return task.get();
        } finally {
            scope.close();
        }
    }

    private static void setBoth(String call, String correlation) {
        set(CALL_CONNECTION_ID, call);
        set(CORRELATION_ID, correlation);
    }

    private static void set(String key, String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }

    /** Restores what the thread had before. */
    @FunctionalInterface
    public interface Scope {
        void close();
    }
}
