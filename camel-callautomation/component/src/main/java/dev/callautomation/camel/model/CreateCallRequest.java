package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Places a call to one target, or a group call to several.
 *
 * @param targets the parties to call, at least one; if {@code null}, options and headers apply
 * @param sourceCallerIdNumber the caller id that a called phone shows; required when a phone number is called
 * @param sourceDisplayName the display name that the called party sees; may be {@code null}
 * @param source the identity that calls; created by the service if {@code null}
 * @param operationContext text that the events of this request return, at most 5,000 characters; may be {@code null}
 * @param callbackUri the URI for the events of the call
 * @param callIntelligenceOptions AI services for the call; may be {@code null}
 * @param mediaStreamingOptions settings of streaming the audio of the call to a WebSocket; may be {@code null}
 * @param transcriptionOptions settings of sending the transcript of the call to a WebSocket; may be {@code null}
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
