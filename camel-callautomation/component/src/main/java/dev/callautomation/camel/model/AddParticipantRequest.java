package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Invites somebody into the call.
 *
 * @param sourceCallerIdNumber the caller id that a called phone shows; needed when a phone number is called
 * @param sourceDisplayName the name shown to whoever is called; may be {@code null}
 * @param participantToAdd who is invited
 * @param invitationTimeoutInSeconds how long to wait for an answer, 0 to 180 seconds; may be {@code null}
 * @param operationContext comes back in the events this request causes, at most 5,000 characters; may be {@code null}
 * @param operationCallbackUri where the events of this one request go instead of the call's callback URI; may be {@code null}
 * @param customCallingContext headers that travel with the invitation; may be {@code null}
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
