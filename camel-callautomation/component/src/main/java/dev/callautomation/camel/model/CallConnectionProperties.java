package dev.callautomation.camel.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The state of a call connection; the result of creating, answering and connecting to a call.
 *
 * @param callConnectionId the id of the call connection for later requests
 * @param serverCallId the id of the call at the service; {@code null} while connecting
 * @param targets the called parties
 * @param callConnectionState {@code unknown} if the service sends a state this version does not know
 * @param callbackUri the URI for the events of the call
 * @param sourceCallerIdNumber may be {@code null}
 * @param sourceDisplayName may be {@code null}
 * @param source the caller; may be {@code null}
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

    /** Omits the callback URI, which may contain a secret. */
    @Override
    public String toString() {
        return "CallConnectionProperties[callConnectionId=" + callConnectionId + ", serverCallId=" + serverCallId
                + ", correlationId=" + correlationId + ", callConnectionState=" + callConnectionState + ", source="
                + source + ", sourceCallerIdNumber=" + sourceCallerIdNumber + ", targets=" + targets + ", answeredBy="
                + answeredBy + ", answeredFor=" + answeredFor + "]";
    }
}
