package dev.callautomation.camel.internal.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.ContinuousDtmfRecognitionToneReceived;
import dev.callautomation.camel.event.IncomingCall;
import dev.callautomation.camel.event.RecognizeCompleted;
import dev.callautomation.camel.event.RecordingEvent;
import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.internal.support.InheritedHeaders;
import dev.callautomation.camel.model.RecordedFiles;
import dev.callautomation.camel.model.RecordingChunk;
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

    public static void fill(Exchange exchange, ReceivedEvent event) {
        fill(exchange, event, false);
    }

    private static void fill(Exchange exchange, ReceivedEvent received, boolean keep) {
        CallAutomationEvent event = received.typed();
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
            String description = SubCodes.description(result.subCode());
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
        if (event instanceof IncomingCall call) {
            identity.put(CallAutomationConstants.INCOMING_CALL_CONTEXT, call.incomingCallContext());
        }
        if (event instanceof RecordingEvent recording) {
            identity.put(CallAutomationConstants.RECORDING_ID, recording.recordingId());
        }
        if (event instanceof RecordedFiles files && files.recordingStorageInfo() != null) {
            identity.putAll(locations(files.recordingStorageInfo().recordingChunks()));
        }
        if (keep) {
            identity.values().removeIf(Objects::isNull);
        }
        InheritedHeaders.set(exchange, identity);
        if (received.contextPrefix() != null) {
            received.contextPrefix().headers().forEach((name, value) -> {
                // headers that control routes and operations are never set from an event, even an authenticated one
                if (!ContextHeaders.isForbidden(name)
                        && !(keep && message.getHeaders().containsKey(name))) {
                    message.setHeader(name, value);
                }
            });
        }
    }

    /**
     * Sets the event that completed the operation of the exchange. Ids that the event does not contain are kept, and context
     * headers that the exchange has: its values may be newer, and have their own type.
     *
     * @param body whether the event becomes the body
     */
    public static void complete(Exchange exchange, ReceivedEvent event, boolean body) {
        Message message = exchange.getMessage();
        Object before = message.getBody();
        RESULT_HEADERS.forEach(message::removeHeader);
        fill(exchange, event, true);
        if (!body) {
            message.setBody(before);
        }
    }

    private static String recognized(CallAutomationEvent event) {
        if (event instanceof RecognizeCompleted completed) {
            return completed.recognized();
        }
        return event instanceof ContinuousDtmfRecognitionToneReceived received && received.tone() != null
                ? String.valueOf(received.tone().symbol())
                : null;
    }

    /** The locations of the file of a recording; none if there are several, of which the route has to select one. */
    private static Map<String, String> locations(List<RecordingChunk> chunks) {
        if (chunks.size() != 1) {
            return Map.of();
        }
        Map<String, String> locations = new HashMap<>();
        locations.put(CallAutomationConstants.CONTENT_LOCATION, chunks.get(0).contentLocation());
        locations.put(CallAutomationConstants.METADATA_LOCATION, chunks.get(0).metadataLocation());
        locations.put(CallAutomationConstants.DELETE_LOCATION, chunks.get(0).deleteLocation());
        return locations;
    }
}
