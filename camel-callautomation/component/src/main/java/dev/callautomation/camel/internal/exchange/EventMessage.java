package dev.callautomation.camel.internal.exchange;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.ContinuousDtmfRecognitionToneReceived;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.event.RecognizeCompleted;
import dev.callautomation.camel.event.RecordingEvent;
import dev.callautomation.camel.event.Subject;
import dev.callautomation.camel.event.UnknownEvent;
import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.internal.support.InheritedHeaders;
import dev.callautomation.camel.internal.support.LazyHeaders;
import dev.callautomation.camel.internal.support.TraceContext;
import dev.callautomation.camel.model.ResultInformation;
import dev.callautomation.camel.model.SubCodes;

/** Maps an event to a message: the record as the body; ids, result and context headers as headers. */
public final class EventMessage {

    private static final List<String> RESULT_HEADERS = List.of(
            CallAutomationConstants.RESULT_CODE,
            CallAutomationConstants.RESULT_SUB_CODE,
            CallAutomationConstants.RESULT_SUB_CODE_DESCRIPTION,
            CallAutomationConstants.RECOGNITION_RESULT);

    /** Headers of {@link EventHeaders#setIds}. */
    private static final int MOST_IDS = 9;

    private EventMessage() {}

    /**
     * Sets the message of a new exchange.
     *
     * @param policy decides which context headers are set
     */
    public static void set(Exchange exchange, ReceivedEvent received, ContextHeaderPolicy policy) {
        ContextHeaderPolicy.Accepted context = accepted(received, policy);
        EventHeaders headers = headers(exchange, received);
        exchange.setMessage(new LazyHeaders(exchange, map -> {
            headers.setAll(map::put);
            map.putAll(context.headers());
        }));
        exchange.getMessage().setBody(headers.event());
        markIds(exchange, headers);
        TraceContext.setReceived(exchange, context.traceContext(), received.sharedTrace());
    }

    /**
     * Sets the event that completed the operation of the exchange. Ids that the event does not contain are kept, and context
     * headers that the exchange has: its values may be newer, and have their own type.
     *
     * @param policy decides which context headers are set
     * @param body   whether the event becomes the body
     */
    public static void complete(Exchange exchange, ReceivedEvent received, ContextHeaderPolicy policy, boolean body) {
        Message message = exchange.getMessage();
        RESULT_HEADERS.forEach(message::removeHeader);
        EventHeaders headers = headers(exchange, received);
        headers.setAll(message::setHeader);
        markIds(exchange, headers);
        accepted(received, policy).headers().forEach((name, value) -> {
            if (!message.getHeaders().containsKey(name)) {
                message.setHeader(name, value);
            }
        });
        if (body) {
            message.setBody(headers.event());
        }
    }

    private static void markIds(Exchange exchange, EventHeaders headers) {
        InheritedHeaders.Marks inherited = InheritedHeaders.mark(exchange, MOST_IDS);
        headers.setIds(inherited::add);
        inherited.end();
    }

    private static ContextHeaderPolicy.Accepted accepted(ReceivedEvent received, ContextHeaderPolicy policy) {
        return policy.accepted(received.contextPrefix(), received.envelope().operationContext());
    }

    private static EventHeaders headers(Exchange exchange, ReceivedEvent received) {
        CallAutomationEvent event = received.typed();
        if (!event.envelope().unreadable().isEmpty()) {
            UnreadableLog.of(exchange.getContext()).report(event);
        }
        // from the JSON, as a record may lack what it could not read
        return new EventHeaders(event, text(event.envelope().data(), "incomingCallContext"));
    }

    /**
     * What an event sets, without context headers.
     *
     * @param incomingCallContext one text, as {@link InheritedHeaders} has a weak reference to it
     */
    private record EventHeaders(
            CallAutomationEvent event, @Nullable String incomingCallContext) {

        void setAll(BiConsumer<String, Object> headers) {
            EventEnvelope envelope = event.envelope();
            headers.accept(CallAutomationConstants.EVENT_TYPE, envelope.shortType());
            headers.accept(CallAutomationConstants.EVENT_ID, envelope.id());
            OffsetDateTime time = envelope.time();
            if (time != null) {
                headers.accept(CallAutomationConstants.EVENT_TIME, time);
                headers.accept(
                        Exchange.MESSAGE_TIMESTAMP,
                        TimeUnit.SECONDS.toMillis(time.toEpochSecond())
                                + TimeUnit.NANOSECONDS.toMillis(time.getNano()));
            }
            setResult(headers, envelope.resultInformation());
            set(headers, CallAutomationConstants.RECOGNITION_RESULT, recognized(event));
            setIds(headers);
        }

        private static void setResult(BiConsumer<String, Object> headers, @Nullable ResultInformation result) {
            if (result != null) {
                headers.accept(CallAutomationConstants.RESULT_CODE, result.code());
                headers.accept(CallAutomationConstants.RESULT_SUB_CODE, result.subCode());
                set(
                        headers,
                        CallAutomationConstants.RESULT_SUB_CODE_DESCRIPTION,
                        SubCodes.description(result.code(), result.subCode()));
            }
        }

        void setIds(BiConsumer<String, Object> headers) {
            EventEnvelope envelope = event.envelope();
            set(headers, CallAutomationConstants.CALL_CONNECTION_ID, envelope.callConnectionId());
            set(headers, CallAutomationConstants.SERVER_CALL_ID, envelope.serverCallId());
            set(headers, CallAutomationConstants.CORRELATION_ID, envelope.correlationId());
            set(headers, CallAutomationConstants.OPERATION_CONTEXT, envelope.operationContext());
            set(headers, CallAutomationConstants.INCOMING_CALL_CONTEXT, incomingCallContext);
            if (event instanceof RecordingEvent || event instanceof UnknownEvent) {
                set(headers, CallAutomationConstants.RECORDING_ID, recordingId(envelope));
                setLocations(
                        headers, envelope.data().path("recordingStorageInfo").path("recordingChunks"));
            }
        }

        /** The locations of the file of a recording; none if there are several, of which the route has to select one. */
        private static void setLocations(BiConsumer<String, Object> headers, JsonNode chunks) {
            if (chunks.isArray() && chunks.size() == 1) {
                JsonNode file = chunks.get(0);
                set(headers, CallAutomationConstants.CONTENT_LOCATION, text(file, "contentLocation"));
                set(headers, CallAutomationConstants.METADATA_LOCATION, text(file, "metadataLocation"));
                set(headers, CallAutomationConstants.DELETE_LOCATION, text(file, "deleteLocation"));
            }
        }

        private static void set(BiConsumer<String, Object> headers, String name, @Nullable String value) {
            if (value != null) {
                headers.accept(name, value);
            }
        }
    }

    /** {@code null} if there is no result, or a part of it is missing: the rest would look like another input. */
    private static String recognized(CallAutomationEvent event) {
        if (event instanceof RecognizeCompleted completed) {
            List<String> unreadable = event.unreadable();
            boolean partial =
                    !unreadable.isEmpty() && unreadable.stream().anyMatch(name -> name.startsWith("dtmfResult.tones["));
            return partial ? null : completed.recognized();
        }
        return event instanceof ContinuousDtmfRecognitionToneReceived received && received.tone() != null
                ? String.valueOf(received.tone().symbol())
                : null;
    }

    private static String recordingId(EventEnvelope event) {
        String id = text(event.data(), "recordingId");
        return id == null ? Subject.of(event.subject()).recordingId() : id;
    }

    private static String text(JsonNode object, String member) {
        JsonNode value = object.path(member);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
