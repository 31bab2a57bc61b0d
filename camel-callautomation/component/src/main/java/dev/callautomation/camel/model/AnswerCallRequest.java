package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Answers an incoming call.
 *
 * @param incomingCallContext the context of the IncomingCall event, as it came
 * @param callbackUri where the events of the call go
 * @param operationContext comes back in the events this request causes, at most 5,000 characters; may be {@code null}
 * @param callIntelligenceOptions AI services for the call; may be {@code null}
 * @param answeredBy the identity that answers; may be {@code null}
 * @param mediaStreamingOptions sends the call's audio to a WebSocket; may be {@code null}
 * @param transcriptionOptions sends the call's transcript to a WebSocket; may be {@code null}
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
    /** Leaves the incoming call context out: it is a bearer secret for the call. */
    @Override
    public String toString() {
        return "AnswerCallRequest[operationContext=" + operationContext + ", callbackUri=" + callbackUri + "]";
    }
}
