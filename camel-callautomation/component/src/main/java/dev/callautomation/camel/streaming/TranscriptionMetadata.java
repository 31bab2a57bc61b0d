package dev.callautomation.camel.streaming;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The first frame of a transcription connection: the call and the language.
 *
 * @param subscriptionId the id of the stream
 * @param locale the language of the transcript, such as {@code en-US}
 * @param callConnectionId the call connection
 * @param correlationId the same for both legs of one call
 * @param speechRecognitionModelEndpointId the custom speech model; {@code null} without one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TranscriptionMetadata(
        String subscriptionId,
        String locale,
        String callConnectionId,
        String correlationId,
        @JsonAlias("speechModelEndpointId") @Nullable String speechRecognitionModelEndpointId)
        implements StreamingFrame {}
