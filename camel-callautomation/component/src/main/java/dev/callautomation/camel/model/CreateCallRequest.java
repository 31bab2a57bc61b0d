package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Places a call to one target, or a group call to several.
 *
 * @param targets who is called, at least one; {@code null} leaves it to options and headers
 * @param sourceCallerIdNumber the caller id that a called phone shows; needed when a phone number is called
 * @param sourceDisplayName the name shown to whoever is called; may be {@code null}
 * @param source the identity that calls; the service makes one up if {@code null}
 * @param operationContext comes back in the events this request causes, at most 5,000 characters; may be {@code null}
 * @param callbackUri where the events of the call go
 * @param callIntelligenceOptions AI services for the call; may be {@code null}
 * @param mediaStreamingOptions sends the call's audio to a WebSocket; may be {@code null}
 * @param transcriptionOptions sends the call's transcript to a WebSocket; may be {@code null}
 * @param teamsAppSource the Teams resource account that calls; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreateCallRequest(
        @Nullable List<CommunicationIdentifier> targets,
        PhoneNumberIdentifier sourceCallerIdNumber,
        @Nullable String sourceDisplayName,
        @Nullable CommunicationUserIdentifier source,
        @Nullable String operationContext,
        String callbackUri,
        @Nullable CallIntelligenceOptions callIntelligenceOptions,
        @Nullable MediaStreamingOptions mediaStreamingOptions,
        @Nullable TranscriptionOptions transcriptionOptions,
        @Nullable MicrosoftTeamsAppIdentifier teamsAppSource)
        implements OperationRequest {
    public CreateCallRequest {
        targets = Lists.copy(targets, "targets");
    }
}
