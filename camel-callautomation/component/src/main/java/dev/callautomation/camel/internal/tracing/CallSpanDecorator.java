package dev.callautomation.camel.internal.tracing;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.SpanContextPropagationExtractor;
import org.apache.camel.telemetry.SpanContextPropagationInjector;
import org.apache.camel.telemetry.SpanLifecycleManager;
import org.apache.camel.telemetry.Tracer;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.camel.CallAutomationException;
import dev.callautomation.camel.internal.support.CallIds;
import dev.callautomation.camel.internal.support.SharedTrace;
import dev.callautomation.camel.internal.support.TraceContext;

/**
 * Spans of operations and of the routes of events, for the tracers that are built on camel-telemetry. An event continues the
 * trace of the operation that led to it, on whatever node.
 */
public final class CallSpanDecorator extends AbstractSpanDecorator {

    static final String OPERATION = "callautomation.operation";
    static final String CALL_CONNECTION_ID = "callautomation.call_connection_id";
    static final String CORRELATION_ID = "callautomation.correlation_id";
    static final String EVENT_TYPE = "callautomation.event_type";
    static final String RESULT_CODE = "callautomation.result_code";
    static final String RESULT_SUB_CODE = "callautomation.result_subcode";
    static final String ERROR_TYPE = "error.type";

    private static final String COMPONENT_CLASS = "dev.callautomation.camel.CallAutomationComponent";
    private static final String EVENTS = "events";
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9.]{1,100}");

    @Override
    public String getComponent() {
        return CallAutomationConstants.SCHEME;
    }

    @Override
    public String getComponentClassName() {
        return COMPONENT_CLASS;
    }

    /** The operation, or the type of the event. */
    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        String operation = stripSchemeAndOptions(endpoint);
        String type = exchange.getMessage().getHeader(CallAutomationConstants.EVENT_TYPE, String.class);
        // types of unknown events are text of the sender
        boolean named =
                operation.equals(EVENTS) && type != null && TYPE.matcher(type).matches();
        return CallAutomationConstants.SCHEME + " " + (named ? type : operation);
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        SpanText text = new SpanText(span);
        super.beforeTracingEvent(text, exchange, endpoint);
        String operation = stripSchemeAndOptions(endpoint);
        if (operation.equals(EVENTS)) {
            describeEvent(text, exchange.getMessage());
            OpenSpan.ofEvent(span, exchange);
        } else {
            text.tag(OPERATION, operation);
            OpenSpan.ofOperation(span, exchange);
        }
    }

    private static void describeEvent(SpanText text, Message message) {
        text.tag(EVENT_TYPE, message.getHeader(CallAutomationConstants.EVENT_TYPE));
        text.tag(RESULT_CODE, message.getHeader(CallAutomationConstants.RESULT_CODE));
        text.tag(RESULT_SUB_CODE, message.getHeader(CallAutomationConstants.RESULT_SUB_CODE));
    }

    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        SpanText text = new SpanText(span);
        super.afterTracingEvent(text, exchange);
        if (TraceContext.currentSpan(exchange) instanceof OpenSpan open && open.isOf(span)) {
            end(open, text, exchange);
        }
        Exception failure = exchange.getException();
        if (failure != null) {
            text.tag(ERROR_TYPE, failure.getClass().getName());
        }
        if (failure instanceof CallAutomationException known) {
            text.tag(RESULT_CODE, known.getCode());
            text.tag(RESULT_SUB_CODE, known.getSubCode());
        }
    }

    private static void end(OpenSpan open, SpanText text, Exchange exchange) {
        if (open.call() == null || open.call().callConnectionId() == null) {
            // an operation that was not executed, or an incoming call that the route has answered
            open.setCall(CallIds.of(exchange));
        }
        if (open.isOperation() && open.hasNewEvent(exchange)) {
            // the one that has completed the operation
            describeEvent(text, exchange.getMessage());
        }
        if (open.isLast()) {
            CallTraces.of(exchange.getContext()).end(open.call());
        }
        open.end(exchange);
    }

    /** Used for a span without a parent in its exchange: that of a route of events, or an operation outside of routes. */
    @Override
    public SpanContextPropagationExtractor getExtractor(Exchange exchange) {
        return TraceContext.isReceived(exchange)
                // not before it is used: most spans have a parent
                ? new Fields(() -> parent(exchange))
                : super.getExtractor(exchange);
    }

    private static Map<String, String> parent(Exchange exchange) {
        Map<String, String> received = TraceContext.received(exchange);
        if (!received.isEmpty()) {
            return received;
        }
        Map<String, String> known = CallTraces.of(exchange.getContext()).find(CallIds.of(exchange));
        SharedTrace shared = TraceContext.shared(exchange);
        return known.isEmpty() && shared != null ? shared.begin(() -> begin(exchange)) : known;
    }

    /** A span of the event, from which its routes descend. */
    private static Map<String, String> begin(Exchange exchange) {
        Map<String, String> fields = new ConcurrentHashMap<>();
        Tracer tracer = exchange.getContext().hasService(Tracer.class);
        if (tracer != null) {
            SpanLifecycleManager spans = tracer.getSpanLifecycleManager();
            Span span = spans.create(CallAutomationConstants.SCHEME + " " + EVENTS, null, new Fields(() -> Map.of()));
            CallIds call = CallIds.of(exchange);
            SpanText text = new SpanText(span);
            text.tag(CALL_CONNECTION_ID, call.callConnectionId());
            text.tag(CORRELATION_ID, call.correlationId());
            describeEvent(text, exchange.getMessage());
            spans.inject(span, fields::put, false);
            spans.deactivate(span);
            spans.close(span);
            if (!fields.isEmpty()) {
                CallTraces.of(exchange.getContext()).add(call, fields);
            }
        }
        return fields;
    }

    /** Headers as other components have them, and what operations send. */
    @Override
    public SpanContextPropagationInjector getInjector(Exchange exchange) {
        SpanContextPropagationInjector headers = super.getInjector(exchange);
        return TraceContext.currentSpan(exchange) instanceof OpenSpan open
                ? (key, value) -> {
                    headers.put(key, value);
                    open.propagate(key, value);
                }
                : headers;
    }

    /** Read from their source once, when they are used. */
    private static final class Fields implements SpanContextPropagationExtractor {

        private final Supplier<Map<String, String>> source;
        private Map<String, String> fields;

        Fields(Supplier<Map<String, String>> source) {
            this.source = source;
        }

        private Map<String, String> fields() {
            if (fields == null) {
                fields = source.get();
            }
            return fields;
        }

        @Override
        public Iterator<Map.Entry<String, Object>> iterator() {
            return Map.<String, Object>copyOf(fields()).entrySet().iterator();
        }

        @Override
        public Object get(String key) {
            return fields().get(key);
        }

        @Override
        public Set<String> keys() {
            return fields().keySet();
        }
    }
}
