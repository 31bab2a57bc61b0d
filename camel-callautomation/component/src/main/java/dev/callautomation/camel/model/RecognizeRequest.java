package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes the input of a participant, after a prompt if there is one.
 *
 * @param recognizeInputType the kind of input; derived from the options if {@code null}
 * @param playPrompt the prompt; may be {@code null}
 * @param playPrompts the prompts in order; may be {@code null}
 * @param interruptCallMediaOperation whether to interrupt the media operation in progress instead of queueing
 *     behind it; may be {@code null}
 * @param recognizeOptions options of the recognition
 * @param operationContext text that the events of this request return, at most 5,000 characters; may be {@code null}
 * @param operationCallbackUri the URI for the events of this request instead of the callback URI of the call; may
 *     be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecognizeRequest(
        @Nullable RecognizeInputType recognizeInputType,
        @Nullable PlaySource playPrompt,
        @Nullable List<PlaySource> playPrompts,
        @Nullable Boolean interruptCallMediaOperation,
        RecognizeOptions recognizeOptions,
        @Nullable String operationContext,
        @Nullable String operationCallbackUri)
        implements OperationRequest {
    public RecognizeRequest {
        playPrompts = Lists.copy(playPrompts, "playPrompts");
    }
}
