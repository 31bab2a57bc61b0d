package dev.callautomation.camel.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The source of a call, where it was first answered.
 *
 * @param source the party that answered
 * @param language ISO 639 code
 * @param status the state of the call there
 * @param intendedTargets may be {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeamsPhoneSourceDetails(
        CommunicationIdentifier source,
        String language,
        String status,
        @Nullable Map<String, CommunicationIdentifier> intendedTargets) {
    public TeamsPhoneSourceDetails {
        intendedTargets = intendedTargets == null ? null : Map.copyOf(intendedTargets);
    }
}
