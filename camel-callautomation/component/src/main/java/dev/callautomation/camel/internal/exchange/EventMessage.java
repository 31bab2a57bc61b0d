package dev.callautomation.camel.internal.exchange;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

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

    /** Headers of {@link #setIdentity}. */
    private static final int MOST_IDS = 9;

    private EventMessage() {}

    /** @param policy decides which context headers are set */
    public static void fill(Exchange exchange, ReceivedEvent event, ContextHeaderPolicy policy) {
        fill(exchange, event, policy, false);
    }

    private static void fill(Exchange exchange, ReceivedEvent received, ContextHeaderPolicy policy, boolean keep) {
        CallAutomationEvent event = received.typed();
        EventEnvelope envelope = event.envelope();
        if (!envelope.unreadable().isEmpty()) {
            UnreadableLog.of(exchange.getContext()).report(event);
        }
        Message message = exchange.getMessage();
        boolean first = !message.hasHeaders();
        message.setBody(event);
        message.setHeader(CallAutomationConstants.EVENT_TYPE, envelope.shortType());
        message.setHeader(CallAutomationConstants.EVENT_ID, envelope.id());
        OffsetDateTime time = envelope.time();
        if (time != null) {
            message.setHeader(CallAutomationConstants.EVENT_TIME, time);
            message.setHeader(
                    Exchange.MESSAGE_TIMESTAMP,
                    TimeUnit.SECONDS.toMillis(time.toEpochSecond()) + TimeUnit.NANOSECONDS.toMillis(time.getNano()));
        }
        setResult(message, envelope.resultInformation());
        String recognized = recognized(event);
        if (recognized != null) {
            message.setHeader(CallAutomationConstants.RECOGNITION_RESULT, recognized);
        }
        setIdentity(exchange, event, keep, first);
        setContext(exchange, received, policy, keep);
    }

    private static void setResult(Message message, ResultInformation result) {
        if (result == null) {
            return;
        }
        message.setHeader(CallAutomationConstants.RESULT_CODE, result.code());
        message.setHeader(CallAutomationConstants.RESULT_SUB_CODE, result.subCode());
        String description = SubCodes.description(result.code(), result.subCode());
        if (description != null) {
            message.setHeader(CallAutomationConstants.RESULT_SUB_CODE_DESCRIPTION, description);
        }
    }

    private static void setIdentity(Exchange exchange, CallAutomationEvent event, boolean keep, boolean first) {
        EventEnvelope envelope = event.envelope();
        InheritedHeaders.Setter headers = InheritedHeaders.set(exchange, MOST_IDS);
        // the first headers of an exchange replace none
        Identity identity = new Identity(headers, keep || first && headers.isFirst());
        identity.set(CallAutomationConstants.CALL_CONNECTION_ID, envelope.callConnectionId());
        identity.set(CallAutomationConstants.SERVER_CALL_ID, envelope.serverCallId());
        identity.set(CallAutomationConstants.CORRELATION_ID, envelope.correlationId());
        identity.set(CallAutomationConstants.OPERATION_CONTEXT, envelope.operationContext());
        // from the JSON, as a record may lack what it could not read
        JsonNode data = envelope.data();
        identity.set(CallAutomationConstants.INCOMING_CALL_CONTEXT, text(data, "incomingCallContext"));
        if (event instanceof RecordingEvent || event instanceof UnknownEvent) {
            identity.set(CallAutomationConstants.RECORDING_ID, recordingId(envelope));
            setLocations(identity, data.path("recordingStorageInfo").path("recordingChunks"));
        }
        headers.end();
    }

    /** @param keep whether a header stays that the event has no value for */
    private record Identity(InheritedHeaders.Setter headers, boolean keep) {

        void set(String name, String value) {
            if (value != null || !keep) {
                headers.set(name, value);
            }
        }
    }

    private static void setContext(
            Exchange exchange, ReceivedEvent received, ContextHeaderPolicy policy, boolean keep) {
        ContextHeaderPolicy.Accepted context =
                policy.accepted(received.contextPrefix(), received.envelope().operationContext());
        if (!context.headers().isEmpty()) {
            Message message = exchange.getMessage();
            context.headers().forEach((name, value) -> {
                if (!(keep && message.getHeaders().containsKey(name))) {
                    message.setHeader(name, value);
                }
            });
        }
        if (!keep) {
            TraceContext.setReceived(exchange, context.traceContext(), received.sharedTrace());
        }
    }

    /**
     * Sets the event that completed the operation of the exchange. Ids that the event does not contain are kept, and context
     * headers that the exchange has: its values may be newer, and have their own type.
     *
     * @param policy decides which context headers are set
     * @param body   whether the event becomes the body
     */
    public static void complete(Exchange exchange, ReceivedEvent event, ContextHeaderPolicy policy, boolean body) {
        Message message = exchange.getMessage();
        Object before = message.getBody();
        RESULT_HEADERS.forEach(message::removeHeader);
        fill(exchange, event, policy, true);
        if (!body) {
            message.setBody(before);
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

    /** The locations of the file of a recording; none if there are several, of which the route has to select one. */
    private static void setLocations(Identity identity, JsonNode chunks) {
        if (chunks.isArray() && chunks.size() == 1) {
            JsonNode file = chunks.get(0);
            identity.set(CallAutomationConstants.CONTENT_LOCATION, text(file, "contentLocation"));
            identity.set(CallAutomationConstants.METADATA_LOCATION, text(file, "metadataLocation"));
            identity.set(CallAutomationConstants.DELETE_LOCATION, text(file, "deleteLocation"));
        }
    }

    private static String text(JsonNode object, String member) {
        JsonNode value = object.path(member);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
