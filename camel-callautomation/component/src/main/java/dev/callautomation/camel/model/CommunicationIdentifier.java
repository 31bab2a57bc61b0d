package dev.callautomation.camel.model;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Identifier of a participant. A raw id or a phone number is sufficient; the other members are derived from it, and
 * it from them, so that {@code {"phoneNumber": {"value": "+14255550100"}}}, {@code {"rawId": "4:+14255550100"}} and
 * {@code "+14255550100"} read as the same identifier.
 *
 * @param kind  the kind of identifier
 * @param rawId the identifier as a string, the same in all APIs of the service
 * @param json  the identifier as the service has sent it, if that has a kind or members that this version does not know;
 *     otherwise {@code null}. It is sent back as it is
 */
@JsonDeserialize(using = IdentifierReader.class)
public record CommunicationIdentifier(
        IdentifierKind kind,
        String rawId,
        @Nullable CommunicationUserIdentifier communicationUser,
        @Nullable PhoneNumberIdentifier phoneNumber,
        @Nullable MicrosoftTeamsUserIdentifier microsoftTeamsUser,
        @Nullable MicrosoftTeamsAppIdentifier microsoftTeamsApp,
        @Nullable TeamsExtensionUserIdentifier teamsExtensionUser,
        @Nullable ObjectNode json) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Derives missing members. Accepts all identifiers that the service sends, of unknown kinds too.
     *
     * @throws IllegalArgumentException if it has no identifier, or several
     */
    public CommunicationIdentifier {
        int details = (communicationUser == null ? 0 : 1)
                + (phoneNumber == null ? 0 : 1)
                + (microsoftTeamsUser == null ? 0 : 1)
                + (microsoftTeamsApp == null ? 0 : 1)
                + (teamsExtensionUser == null ? 0 : 1);
        if (details > 1) {
            throw new IllegalArgumentException("An identifier names one party, but this one has " + details
                    + " of communicationUser, phoneNumber, microsoftTeamsUser, microsoftTeamsApp, teamsExtensionUser");
        }
        if (details == 1 && (kind == null || kind == IdentifierKind.UNKNOWN || rawId == null || rawId.isBlank())) {
            RawIds.Party party = RawIds.party(
                    communicationUser, phoneNumber, microsoftTeamsUser, microsoftTeamsApp, teamsExtensionUser);
            kind = kind == null || kind == IdentifierKind.UNKNOWN ? party.kind() : kind;
            rawId = requireRawId(rawId == null || rawId.isBlank() ? party.rawId() : rawId);
        } else if (details == 0) {
            CommunicationIdentifier known = RawIds.known(requireRawId(rawId)).orElse(null);
            if (known != null) {
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
        if (json != null) {
            ObjectNode known = tree(
                    kind,
                    rawId,
                    communicationUser,
                    phoneNumber,
                    microsoftTeamsUser,
                    microsoftTeamsApp,
                    teamsExtensionUser);
            json = contains(known, json) ? null : json.deepCopy();
        }
    }

    /** As the canonical constructor, for an identifier that is not JSON of the service. */
    public CommunicationIdentifier(
            @Nullable IdentifierKind kind,
            @Nullable String rawId,
            @Nullable CommunicationUserIdentifier communicationUser,
            @Nullable PhoneNumberIdentifier phoneNumber,
            @Nullable MicrosoftTeamsUserIdentifier microsoftTeamsUser,
            @Nullable MicrosoftTeamsAppIdentifier microsoftTeamsApp,
            @Nullable TeamsExtensionUserIdentifier teamsExtensionUser) {
        this(
                Objects.requireNonNullElse(kind, IdentifierKind.UNKNOWN),
                Objects.requireNonNullElse(rawId, ""),
                communicationUser,
                phoneNumber,
                microsoftTeamsUser,
                microsoftTeamsApp,
                teamsExtensionUser,
                null);
    }

    /** A copy. */
    public @Nullable ObjectNode json() {
        return json == null ? null : json.deepCopy();
    }

    /** What is sent. */
    @JsonValue
    ObjectNode tree() {
        return json != null
                ? json
                : tree(
                        kind,
                        rawId,
                        communicationUser,
                        phoneNumber,
                        microsoftTeamsUser,
                        microsoftTeamsApp,
                        teamsExtensionUser);
    }

    private static ObjectNode tree(
            IdentifierKind kind,
            String rawId,
            @Nullable CommunicationUserIdentifier communicationUser,
            @Nullable PhoneNumberIdentifier phoneNumber,
            @Nullable MicrosoftTeamsUserIdentifier microsoftTeamsUser,
            @Nullable MicrosoftTeamsAppIdentifier microsoftTeamsApp,
            @Nullable TeamsExtensionUserIdentifier teamsExtensionUser) {
        ObjectNode tree = MAPPER.createObjectNode();
        put(tree, "kind", kind);
        put(tree, "rawId", rawId);
        put(tree, "communicationUser", communicationUser);
        put(tree, "phoneNumber", phoneNumber);
        put(tree, "microsoftTeamsUser", microsoftTeamsUser);
        put(tree, "microsoftTeamsApp", microsoftTeamsApp);
        put(tree, "teamsExtensionUser", teamsExtensionUser);
        return tree;
    }

    private static void put(ObjectNode tree, String name, @Nullable Object value) {
        if (value != null) {
            tree.set(name, MAPPER.valueToTree(value));
        }
    }

    /** Whether the members of an object say nothing that the known ones do not. Event Grid begins kinds with a capital. */
    private static boolean contains(JsonNode known, JsonNode other) {
        if (other.isObject()) {
            return other.properties().stream()
                    .allMatch(member ->
                            member.getValue().isNull() || contains(known.path(member.getKey()), member.getValue()));
        }
        return other.isTextual() ? other.textValue().equalsIgnoreCase(known.textValue()) : other.equals(known);
    }

    /**
     * Reads a phone number in E.164 form, or a raw id of any kind, such as the service sends it.
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
