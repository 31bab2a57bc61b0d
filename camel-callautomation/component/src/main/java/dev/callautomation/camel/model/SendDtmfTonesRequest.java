package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.jspecify.annotations.Nullable;

/**
 * Sends tones to a party of the call.
 *
 * @param tones the tones, at least one; {@code null} leaves them to options and headers
 * @param targetParticipant the party
 * @param operationContext comes back in the events this request causes, at most 5,000 characters; may be {@code null}
 * @param operationCallbackUri where the events of this one request go instead of the call's callback URI; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SendDtmfTonesRequest(
        @JsonDeserialize(using = TonesReader.class) @Nullable
        List<Tone> tones,

        CommunicationIdentifier targetParticipant,
        @Nullable String operationContext,
        @Nullable String operationCallbackUri)
        implements OperationRequest {
    public SendDtmfTonesRequest {
        tones = Lists.copy(tones, "tones");
    }
}
