package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Transfers a party of the call to somebody else.
 *
 * @param targetParticipant who the party is transferred to
 * @param operationContext comes back in the events this request causes, at most 5,000 characters; may be {@code null}
 * @param transferee who is transferred; {@code null} means the other party of a 1:1 call
 * @param operationCallbackUri where the events of this one request go instead of the call's callback URI; may be {@code null}
 * @param customCallingContext headers that travel with the invitation; may be {@code null}
 * @param sourceCallerIdNumber the caller id shown to the target; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransferToParticipantRequest(
        CommunicationIdentifier targetParticipant,
        @Nullable String operationContext,
        @Nullable CommunicationIdentifier transferee,
        @Nullable String operationCallbackUri,
        @Nullable CustomCallingContext customCallingContext,
        @Nullable PhoneNumberIdentifier sourceCallerIdNumber)
        implements OperationRequest {}
