package dev.callautomation.camel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.ContinuousDtmfRecognitionToneReceived;
import dev.callautomation.camel.event.IncomingCall;
import dev.callautomation.camel.event.RecognizeCompleted;
import dev.callautomation.camel.event.RecordingEvent;
import dev.callautomation.camel.model.RecordedFiles;
import dev.callautomation.camel.model.RecordingChunk;
import dev.callautomation.camel.model.ResultInformation;
import dev.callautomation.camel.model.SubCodes;
import dev.callautomation.camel.operation.CarriedHeaders;

/** What a route gets of an event: the record as the body, and what steers routes and operations as headers. */
final class EventMessage {

    private static final List<String> OF_ONE_EVENT = List.of(
            CallAutomationConstants.RESULT_CODE,
            CallAutomationConstants.RESULT_SUB_CODE,
            CallAutomationConstants.RESULT_MEANING,
            CallAutomationConstants.RECOGNIZED);

    private EventMessage() {}

    static void fill(Exchange exchange, CallAutomationEvent event) {
        fill(exchange, event, false);
    }

    private static void fill(Exchange exchange, CallAutomationEvent event, boolean keep) {
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
            String meaning = SubCodes.meaning(result.subCode());
            if (meaning != null) {
                message.setHeader(CallAutomationConstants.RESULT_MEANING, meaning);
            }
        }
        String recognized = recognized(event);
        if (recognized != null) {
            message.setHeader(CallAutomationConstants.RECOGNIZED, recognized);
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
        CarriedHeaders.set(exchange, identity);
        if (event.envelope().trace() != null) {
            event.envelope().trace().carried().forEach((name, value) -> {
                // what steers operations does not come from outside, whoever has sent it
                if (!Carry.isForbidden(name) && !(keep && message.getHeaders().containsKey(name))) {
                    message.setHeader(name, value);
                }
            });
        }
    }

    /**
     * What an exchange gets of the event that ended its operation. What the event does not know of the call, it keeps, and
     * headers that travel with the call: its own may be newer, and have their type.
     */
    static void complete(Exchange exchange, CallAutomationEvent event, boolean body) {
        Message message = exchange.getMessage();
        Object before = message.getBody();
        OF_ONE_EVENT.forEach(message::removeHeader);
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

    /** Where the only file of a recording is; with several, a route has to choose. */
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
