package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.jspecify.annotations.Nullable;

/**
 * Sends tones to a participant of the call.
 *
 * @param tones the tones, at least one; if {@code null}, options and headers apply
 * @param targetParticipant the party
 * @param operationContext text that the events of this request return, at most 5,000 characters; may be {@code null}
 * @param operationCallbackUri the URI for the events of this request instead of the callback URI of the call; may
 *     be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SendDtmfTonesRequest(
        @JsonDeserialize(using = DtmfTonesReader.class) @Nullable
        List<DtmfTone> tones,

        CommunicationIdentifier targetParticipant,
        @Nullable String operationContext,
        @Nullable String operationCallbackUri)
        implements OperationRequest {
    public SendDtmfTonesRequest {
        tones = Lists.copy(tones, "tones");
    }
}
