package dev.callautomation.camel.internal.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.camel.model.CallConnectionProperties;
import dev.callautomation.camel.model.CallIntelligenceOptions;
import dev.callautomation.camel.model.MediaStreamingOptions;
import dev.callautomation.camel.model.OperationRequest;
import dev.callautomation.camel.model.TranscriptionOptions;

/** An operation that starts a call connection; its response contains the ids of the call. */
abstract class CallStart<T extends OperationRequest> extends JsonOperation<T> {

    private static final String MEDIA_STREAMING = "mediaStreamingOptions";
    private static final String TRANSCRIPTION = "transcriptionOptions";

    private final String path;

    CallStart(Class<T> type, String path, List<Member> members) {
        super(type, Members.join(members, Members.CALL_START));
        this.path = path;
    }

    @Override
    final String path(OperationInputs inputs) {
        return path;
    }

    @Override
    public final boolean echoesContext() {
        return true;
    }

    /**
     * Settings of streaming or transcription without a URL are defaults for other calls: the call is streamed or
     * transcribed only if a URL is set, or the body has the object.
     */
    @Override
    final void complete(ObjectNode request, ObjectNode body) {
        for (String options : List.of(MEDIA_STREAMING, TRANSCRIPTION)) {
            if (!request.at("/" + options).has("transportUrl") && !body.has(options)) {
                request.remove(options);
            }
        }
        if (request.hasNonNull(MEDIA_STREAMING)) {
            Defaults.set(request, MEDIA_STREAMING + ".transportType", "websocket");
            Defaults.set(request, MEDIA_STREAMING + ".contentType", "audio");
            Defaults.set(request, MEDIA_STREAMING + ".audioChannelType", "mixed");
        }
        if (request.hasNonNull(TRANSCRIPTION)) {
            Defaults.set(request, TRANSCRIPTION + ".transportType", "websocket");
        }
    }

    static void checkCommon(
            String callbackUri,
            String operationContext,
            CallIntelligenceOptions intelligence,
            MediaStreamingOptions mediaStreaming,
            TranscriptionOptions transcription) {
        RequestValidation.callbackUri(callbackUri);
        RequestValidation.operationContext(operationContext);
        MediaValidation.callIntelligence(intelligence);
        MediaValidation.mediaStreaming(mediaStreaming);
        MediaValidation.transcription(transcription);
    }

    @Override
    final OperationResult result(byte[] answer) {
        return identified(readPresent(answer, CallConnectionProperties.class));
    }

    /** Removes the ids of a previous call from the message where this call has none yet. */
    static OperationResult identified(CallConnectionProperties call) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(Inputs.CALL_CONNECTION_ID.header(), call.callConnectionId());
        headers.put(Inputs.SERVER_CALL_ID.header(), call.serverCallId());
        headers.put("CamelCallAutomationCorrelationId", call.correlationId());
        return new OperationResult(call, headers);
    }
}
