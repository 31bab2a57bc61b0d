package dev.callautomation.camel.internal.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    private EventMessage() {}

    /** @param policy decides which context headers are set */
    public static void fill(Exchange exchange, ReceivedEvent event, ContextHeaderPolicy policy) {
        fill(exchange, event, policy, false);
    }

    private static void fill(Exchange exchange, ReceivedEvent received, ContextHeaderPolicy policy, boolean keep) {
        CallAutomationEvent event = received.typed();
        UnreadableLog.of(exchange.getContext()).report(event);
        Message message = exchange.getMessage();
        message.setBody(event);
        message.setHeader(CallAutomationConstants.EVENT_TYPE, event.type());
        message.setHeader(CallAutomationConstants.EVENT_ID, event.id());
        if (event.time() != null) {
            message.setHeader(CallAutomationConstants.EVENT_TIME, event.time());
            message.setHeader(
                    Exchange.MESSAGE_TIMESTAMP, event.time().toInstant().toEpochMilli());
        }
        ResultInformation result = event.resultInformation();
        if (result != null) {
            message.setHeader(CallAutomationConstants.RESULT_CODE, result.code());
            message.setHeader(CallAutomationConstants.RESULT_SUB_CODE, result.subCode());
            String description = SubCodes.description(result.code(), result.subCode());
            if (description != null) {
                message.setHeader(CallAutomationConstants.RESULT_SUB_CODE_DESCRIPTION, description);
            }
        }
        String recognized = recognized(event);
        if (recognized != null) {
            message.setHeader(CallAutomationConstants.RECOGNITION_RESULT, recognized);
        }
        Map<String, String> identity = new HashMap<>();
        identity.put(CallAutomationConstants.CALL_CONNECTION_ID, event.callConnectionId());
        identity.put(CallAutomationConstants.SERVER_CALL_ID, event.serverCallId());
        identity.put(CallAutomationConstants.CORRELATION_ID, event.correlationId());
        identity.put(CallAutomationConstants.OPERATION_CONTEXT, event.operationContext());
        // from the JSON, as a record may lack what it could not read
        JsonNode data = event.envelope().data();
        identity.put(CallAutomationConstants.INCOMING_CALL_CONTEXT, text(data, "incomingCallContext"));
        if (event instanceof RecordingEvent || event instanceof UnknownEvent) {
            identity.put(CallAutomationConstants.RECORDING_ID, recordingId(event.envelope()));
            identity.putAll(locations(data.path("recordingStorageInfo").path("recordingChunks")));
        }
        if (keep) {
            identity.values().removeIf(Objects::isNull);
        }
        InheritedHeaders.set(exchange, identity);
        ContextHeaderPolicy.Accepted context =
                policy.accepted(received.contextPrefix(), received.envelope().operationContext());
        context.headers().forEach((name, value) -> {
            if (!(keep && message.getHeaders().containsKey(name))) {
                message.setHeader(name, value);
            }
        });
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
            boolean partial = event.unreadable().stream().anyMatch(name -> name.startsWith("dtmfResult.tones["));
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
    private static Map<String, String> locations(JsonNode chunks) {
        if (!chunks.isArray() || chunks.size() != 1) {
            return Map.of();
        }
        Map<String, String> locations = new HashMap<>();
        locations.put(CallAutomationConstants.CONTENT_LOCATION, text(chunks.get(0), "contentLocation"));
        locations.put(CallAutomationConstants.METADATA_LOCATION, text(chunks.get(0), "metadataLocation"));
        locations.put(CallAutomationConstants.DELETE_LOCATION, text(chunks.get(0), "deleteLocation"));
        return locations;
    }

    private static String text(JsonNode object, String member) {
        JsonNode value = object.path(member);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
