package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Invites a participant into the call.
 *
 * @param sourceCallerIdNumber the caller id that a called phone shows; required when a phone number is called
 * @param sourceDisplayName the display name that the called party sees; may be {@code null}
 * @param participantToAdd the participant to invite
 * @param invitationTimeoutInSeconds the time to answer, 0 to 180 seconds; may be {@code null}
 * @param operationContext text that the events of this request return, at most 5,000 characters; may be {@code null}
 * @param operationCallbackUri the URI for the events of this request instead of the callback URI of the call; may
 *     be {@code null}
 * @param customCallingContext headers that accompany the invitation; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AddParticipantRequest(
        PhoneNumberIdentifier sourceCallerIdNumber,
        @Nullable String sourceDisplayName,
        CommunicationIdentifier participantToAdd,
        @Nullable Integer invitationTimeoutInSeconds,
        @Nullable String operationContext,
        @Nullable String operationCallbackUri,
        @Nullable CustomCallingContext customCallingContext)
        implements OperationRequest {}
