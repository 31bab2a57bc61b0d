package dev.callautomation.camel.model;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * A user of an Azure Communication Services resource.
 *
 * @param id the raw id, {@code 8:acs:<resource id>_<user id>}
 */
public record CommunicationUserIdentifier(String id) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public CommunicationUserIdentifier {}

    /**
     * @param  rawId                    {@code 8:acs:...}
     * @throws IllegalArgumentException if that is not the raw id of a communication user
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CommunicationUserIdentifier of(String rawId) {
        return Objects.requireNonNull(CommunicationIdentifier.of(rawId)
                .as(IdentifierKind.COMMUNICATION_USER)
                .communicationUser());
    }
}
