package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Puts a party of the call on hold.
 *
 * @param targetParticipant the party
 * @param playSourceInfo the audio that the party hears on hold; may be {@code null}
 * @param operationContext text that the events of this request return, at most 5,000 characters; may be {@code null}
 * @param operationCallbackUri the URI for the events of this request instead of the callback URI of the call; may
 *     be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HoldRequest(
        CommunicationIdentifier targetParticipant,
        @Nullable PlaySource playSourceInfo,
        @Nullable String operationContext,
        @Nullable String operationCallbackUri)
        implements OperationRequest {}
