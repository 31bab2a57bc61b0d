package dev.callautomation.camel.internal.support;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.camel.Exchange;

/**
 * The W3C trace context of a span, as properties of an exchange. A tracer sets that of the current span; an operation sends it
 * in its operation context, and the events of the operation return it.
 */
public final class TraceContext {

    private static final String CURRENT = "CamelCallAutomationTraceContext";
    private static final String RECEIVED = "CamelCallAutomationReceivedTraceContext";

    private static final String PARENT = "traceparent";
    private static final String STATE = "tracestate";

    /** Longer ones are left out, which the specification allows. */
    private static final int MAX_STATE = 256;

    private TraceContext() {}

    /** Whether a field of an operation context belongs to the trace context, and is no context header. */
    public static boolean isField(String name) {
        return name.equals(PARENT) || name.equals(STATE);
    }

    /** The members that are sent in an operation context; empty if the exchange is not traced. */
    public static Map<String, String> toSend(Exchange exchange) {
        Map<String, String> current = current(exchange);
        String parent = current.get(PARENT);
        if (parent == null) {
            return Map.of();
        }
        String state = current.get(STATE);
        return state == null || state.isEmpty() || state.length() > MAX_STATE
                ? Map.of(PARENT, parent)
                : Map.of(PARENT, parent, STATE, state);
    }

    public static Map<String, String> withoutState(Map<String, String> context) {
        Map<String, String> shorter = new LinkedHashMap<>(context);
        shorter.remove(STATE);
        return shorter;
    }

    private static Map<String, String> current(Exchange exchange) {
        TracedSpan span = currentSpan(exchange);
        return span == null ? Map.of() : span.fields();
    }

    /** {@code null} if the exchange is not traced. */
    public static TracedSpan currentSpan(Exchange exchange) {
        return exchange.getProperty(CURRENT, TracedSpan.class);
    }

    /** @param span {@code null} if there is none any more */
    public static void setCurrentSpan(Exchange exchange, TracedSpan span) {
        if (span == null) {
            exchange.removeProperty(CURRENT);
        } else {
            exchange.setProperty(CURRENT, span);
        }
    }

    /** Tells the span of an operation, if there is one, which call it belongs to. */
    public static void identify(Exchange exchange, CallIds call) {
        TracedSpan span = currentSpan(exchange);
        if (span != null) {
            span.identify(call);
        }
    }

    /** What the event of the exchange returned of the operation that led to it; empty if there is nothing. */
    public static Map<String, String> received(Exchange exchange) {
        return exchange.getProperty(RECEIVED) instanceof Received received ? received.fields() : Map.of();
    }

    /** Whether the exchange began with an event. Headers of its message have no part in its trace then. */
    public static boolean isReceived(Exchange exchange) {
        return exchange.getProperty(RECEIVED) instanceof Received;
    }

    /** That of all routes of the event; {@code null} if it has only one. */
    public static SharedTrace shared(Exchange exchange) {
        return exchange.getProperty(RECEIVED) instanceof Received received ? received.shared() : null;
    }

    /**
     * @param context what the event returned; empty if nothing
     * @param shared  {@code null} if the event has only one route
     */
    public static void setReceived(Exchange exchange, Map<String, String> context, SharedTrace shared) {
        exchange.setProperty(
                RECEIVED, context.isEmpty() && shared == null ? Received.NOTHING : new Received(context, shared));
    }

    private record Received(Map<String, String> fields, SharedTrace shared) {

        private static final Received NOTHING = new Received(Map.of(), null);
    }
}
