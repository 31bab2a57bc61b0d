package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Plays prompts to all or some participants of the call.
 *
 * @param playSources the prompts in order, at least one; if {@code null}, options and headers apply
 * @param playTo the participants that hear it, all if empty; if {@code null}, options and headers apply
 * @param interruptCallMediaOperation whether to interrupt the media operation in progress instead of queueing
 *     behind it; may be {@code null}
 * @param playOptions options; may be {@code null}
 * @param operationContext text that the events of this request return, at most 5,000 characters; may be {@code null}
 * @param operationCallbackUri the URI for the events of this request instead of the callback URI of the call; may
 *     be {@code null}
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
