package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The state of a call connection: what creating, answering and connecting return.
 *
 * @param callConnectionId names the call connection in later requests
 * @param serverCallId names the call at the service; {@code null} while connecting
 * @param targets who was called
 * @param callConnectionState {@code unknown} if the service sends a state this version does not know
 * @param callbackUri where the events of the call go
 * @param sourceCallerIdNumber may be {@code null}
 * @param sourceDisplayName may be {@code null}
 * @param source who calls; may be {@code null}
 * @param correlationId the same for both legs of one call
 * @param answeredBy may be {@code null}
 * @param mediaStreamingSubscription may be {@code null}
 * @param transcriptionSubscription may be {@code null}
 * @param answeredFor may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallConnectionProperties(
        String callConnectionId,
        @Nullable String serverCallId,
        List<CommunicationIdentifier> targets,
        CallConnectionState callConnectionState,
        String callbackUri,
        @Nullable PhoneNumberIdentifier sourceCallerIdNumber,
        @Nullable String sourceDisplayName,
        @Nullable CommunicationIdentifier source,
        String correlationId,
        @Nullable CommunicationUserIdentifier answeredBy,
        @Nullable MediaStreamingSubscription mediaStreamingSubscription,
        @Nullable TranscriptionSubscription transcriptionSubscription,
        @Nullable PhoneNumberIdentifier answeredFor) {
    public CallConnectionProperties {
        targets = targets == null ? List.of() : List.copyOf(targets);
    }
}
