package dev.callautomation.camel.model;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Identifier of a participant. A raw id or a phone number is sufficient; the other members are derived from it, and
 * it from them, so that {@code {"phoneNumber": {"value": "+14255550100"}}}, {@code {"rawId": "4:+14255550100"}} and
 * {@code "+14255550100"} read as the same identifier.
 *
 * @param kind  the kind of identifier
 * @param rawId the identifier as a string, the same in all APIs of the service
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommunicationIdentifier(
        IdentifierKind kind,
        String rawId,
        @Nullable CommunicationUserIdentifier communicationUser,
        @Nullable PhoneNumberIdentifier phoneNumber,
        @Nullable MicrosoftTeamsUserIdentifier microsoftTeamsUser,
        @Nullable MicrosoftTeamsAppIdentifier microsoftTeamsApp,
        @Nullable TeamsExtensionUserIdentifier teamsExtensionUser) {

    /**
     * Derives missing members. Accepts all identifiers that the service sends, of unknown kinds too.
     *
     * @throws IllegalArgumentException if it has no identifier, or several
     */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public CommunicationIdentifier {
        long details = Stream.of(
                        communicationUser, phoneNumber, microsoftTeamsUser, microsoftTeamsApp, teamsExtensionUser)
                .filter(Objects::nonNull)
                .count();
        if (details > 1) {
            throw new IllegalArgumentException("An identifier names one party, but this one has " + details
                    + " of communicationUser, phoneNumber, microsoftTeamsUser, microsoftTeamsApp, teamsExtensionUser");
        }
        if (details == 1) {
            RawIds.Party party = RawIds.party(
                    communicationUser, phoneNumber, microsoftTeamsUser, microsoftTeamsApp, teamsExtensionUser);
            kind = kind == null ? party.kind() : kind;
            rawId = requireRawId(rawId == null || rawId.isBlank() ? party.rawId() : rawId);
        } else {
            Optional<CommunicationIdentifier> read = RawIds.parse(requireRawId(rawId));
            if (read.isPresent()) {
                CommunicationIdentifier known = read.get();
                kind = known.kind;
                rawId = known.rawId;
                communicationUser = known.communicationUser;
                phoneNumber = known.phoneNumber;
                microsoftTeamsUser = known.microsoftTeamsUser;
                microsoftTeamsApp = known.microsoftTeamsApp;
                teamsExtensionUser = known.teamsExtensionUser;
            } else {
                kind = IdentifierKind.UNKNOWN;
            }
        }
    }

    /**
     * Reads a raw id or a phone number.
     *
     * @throws IllegalArgumentException if the text is neither; the message shows the accepted forms
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CommunicationIdentifier of(String text) {
        return RawIds.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is neither a phone number nor a raw id; " + RawIds.ACCEPTED_FORMS));
    }

    CommunicationIdentifier as(IdentifierKind required) {
        if (kind != required) {
            throw new IllegalArgumentException("'" + rawId + "' is a " + kind + ", but a " + required + " is needed");
        }
        return this;
    }

    private static String requireRawId(@Nullable String rawId) {
        if (rawId == null || rawId.isBlank()) {
            throw new IllegalArgumentException("An identifier is empty; give a rawId or one of communicationUser,"
                    + " phoneNumber, microsoftTeamsUser, microsoftTeamsApp, teamsExtensionUser");
        }
        return rawId;
    }
}
