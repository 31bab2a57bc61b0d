package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Transfers a party of the call to another party.
 *
 * @param targetParticipant the target of the transfer
 * @param operationContext text that the events of this request return, at most 5,000 characters; may be {@code null}
 * @param transferee the party to transfer; {@code null} means the other party of a 1:1 call
 * @param operationCallbackUri the URI for the events of this request instead of the callback URI of the call; may
 *     be {@code null}
 * @param customCallingContext headers that accompany the invitation; may be {@code null}
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
