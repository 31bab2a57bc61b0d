package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Plays recordings or spoken texts, to everybody in the call or to some.
 *
 * @param playSources what is played, one after the other, at least one; {@code null} leaves it to options and headers
 * @param playTo who hears it; {@code null} leaves it to options and headers, and none is everybody
 * @param interruptCallMediaOperation whether what is being played ends at once instead of being waited for; may be {@code null}
 * @param playOptions how it is played; may be {@code null}
 * @param operationContext comes back in the events this request causes, at most 5,000 characters; may be {@code null}
 * @param operationCallbackUri where the events of this one request go instead of the call's callback URI; may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlayRequest(
        @Nullable List<PlaySource> playSources,
        @Nullable List<CommunicationIdentifier> playTo,
        @Nullable Boolean interruptCallMediaOperation,
        @Nullable PlayOptions playOptions,
        @Nullable String operationContext,
        @Nullable String operationCallbackUri)
        implements OperationRequest {
    public PlayRequest {
        playSources = Lists.copy(playSources, "playSources");
        playTo = Lists.copy(playTo, "playTo");
    }
}
