package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Answers an incoming call.
 *
 * @param incomingCallContext the context of the IncomingCall event, unchanged
 * @param callbackUri the URI for the events of the call
 * @param operationContext text that the events of this request return, at most 5,000 characters; may be {@code null}
 * @param callIntelligenceOptions AI services for the call; may be {@code null}
 * @param answeredBy the identity that answers; may be {@code null}
 * @param mediaStreamingOptions settings of streaming the audio of the call to a WebSocket; may be {@code null}
 * @param transcriptionOptions settings of sending the transcript of the call to a WebSocket; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnswerCallRequest(
        String incomingCallContext,
        String callbackUri,
        @Nullable String operationContext,
        @Nullable CallIntelligenceOptions callIntelligenceOptions,
        @Nullable CommunicationUserIdentifier answeredBy,
        @Nullable MediaStreamingOptions mediaStreamingOptions,
        @Nullable TranscriptionOptions transcriptionOptions)
        implements OperationRequest {
    /** Omits the incoming call context, which authorizes its bearer to answer the call. */
    @Override
    public String toString() {
        return "AnswerCallRequest[operationContext=" + operationContext + ", callbackUri=" + callbackUri + "]";
    }
}
