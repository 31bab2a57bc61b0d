package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Listens to a party of the call, after a prompt if there is one.
 *
 * @param recognizeInputType what is recognized; worked out of the options if {@code null}
 * @param playPrompt what the party hears first; may be {@code null}
 * @param playPrompts what the party hears first, one after the other; may be {@code null}
 * @param interruptCallMediaOperation whether what is being played ends at once instead of being waited for; may be {@code null}
 * @param recognizeOptions whom to listen to, and for what
 * @param operationContext comes back in the events this request causes, at most 5,000 characters; may be {@code null}
 * @param operationCallbackUri where the events of this one request go instead of the call's callback URI; may be {@code null}
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
