package dev.callautomation.camel.internal.tracing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.camel.Exchange;
import org.apache.camel.telemetry.Span;

import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.camel.internal.support.CallIds;
import dev.callautomation.camel.internal.support.TraceContext;
import dev.callautomation.camel.internal.support.TracedSpan;

/** The span of an operation or of a route of events, from its begin to its end. */
final class OpenSpan implements TracedSpan {

    /** Propagated beside the trace context, perhaps before it. */
    private static final String BAGGAGE = "baggage";

    private static final String LAST_EVENT = "CallDisconnected";

    private final Span span;
    private final boolean operation;
    private final boolean last;
    private final CallTraces traces;
    private final TracedSpan before;
    private final Object eventBefore;
    private final Map<String, String> fields = new ConcurrentHashMap<>();
    private volatile CallIds call;
    private volatile boolean propagated;
    private volatile boolean ended;

    private OpenSpan(Span span, Exchange exchange, boolean operation) {
        this.span = span;
        this.operation = operation;
        this.traces = CallTraces.of(exchange.getContext());
        this.before = TraceContext.currentSpan(exchange);
        this.eventBefore = event(exchange);
        this.last =
                !operation && LAST_EVENT.equals(exchange.getMessage().getHeader(CallAutomationConstants.EVENT_TYPE));
    }

    /** It becomes the current one of the exchange. */
    static OpenSpan ofOperation(Span span, Exchange exchange) {
        OpenSpan open = new OpenSpan(span, exchange, true);
        TraceContext.setCurrentSpan(exchange, open);
        return open;
    }

    /** It becomes the current one of the exchange. */
    static OpenSpan ofEvent(Span span, Exchange exchange) {
        OpenSpan open = new OpenSpan(span, exchange, false);
        open.setCall(CallIds.of(exchange));
        TraceContext.setCurrentSpan(exchange, open);
        return open;
    }

    private static Object event(Exchange exchange) {
        return exchange.getMessage().getHeader(CallAutomationConstants.EVENT_ID);
    }

    boolean isOf(Span other) {
        return span == other;
    }

    boolean isOperation() {
        return operation;
    }

    /** Whether it is that of the last event of a call. */
    boolean isLast() {
        return last;
    }

    /** Whether another event has arrived at the exchange since the begin. */
    boolean hasNewEvent(Exchange exchange) {
        Object event = event(exchange);
        return event != null && !event.equals(eventBefore);
    }

    /** {@code null} if it is not known. */
    CallIds call() {
        return call;
    }

    @Override
    public Map<String, String> fields() {
        return fields;
    }

    void propagate(String field, String value) {
        fields.put(field, value);
        if (!propagated && !field.equals(BAGGAGE)) {
            propagated = true;
            // events of the call may arrive from now on
            remember();
        }
    }

    /** Those of an event are known from the beginning, also while a route of it sends an operation that has no span. */
    @Override
    public void identify(CallIds callOfOperation) {
        if (operation) {
            setCall(callOfOperation);
        }
    }

    void setCall(CallIds known) {
        if (known.equals(call)) {
            return;
        }
        call = known;
        if (!ended) {
            SpanText text = new SpanText(span);
            text.tag(CallSpanDecorator.CALL_CONNECTION_ID, known.callConnectionId());
            text.tag(CallSpanDecorator.CORRELATION_ID, known.correlationId());
        }
        remember();
    }

    private void remember() {
        CallIds known = call;
        if (propagated && known != null) {
            traces.add(known, fields);
        }
    }

    /** The span that was the current one before becomes it again. */
    void end(Exchange exchange) {
        ended = true;
        TraceContext.setCurrentSpan(exchange, before);
    }
}
