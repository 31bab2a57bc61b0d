package dev.callautomation.camel.model;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The grammar of raw ids, as in the identifier models of the official SDKs (communication-common 2.4.2). */
final class RawIds {

    static final String ACCEPTED_FORMS = "give a phone number such as +14255550100 or 4:+14255550100, a communication"
            + " user 8:acs:<resource id>_<user id> (8:dod-acs:, 8:gcch-acs:, 8:spool:), a Teams user 8:orgid:<user id>"
            + " (8:dod:, 8:gcch:, 8:teamsvisitor:), a Teams extension user 8:acs:<resource id>_<tenant id>_<user id>,"
            + " or a Teams application 28:orgid:<app id> (28:dod:, 28:gcch:); a raw id of another kind, which begins with"
            + " a number and a colon, is sent as it is";

    private static final Pattern PHONE_NUMBER = Pattern.compile("(?:4:)?(\\+[1-9][0-9]{1,14})(?:_([^_\\s]+))?");
    private static final String ANONYMOUS = "anonymous";
    private static final Pattern RAW_ID = Pattern.compile("[0-9]{1,3}:[^\\s\\p{Cntrl}]*[^\\s\\p{Cntrl}:]");
    private static final String PHONE = "4:";
    private static final Pattern TYPED = Pattern.compile("(8|28):([a-z-]+):([^:\\s]+)");
    private static final Map<String, CloudEnvironment> TEAMS =
            Map.of("orgid", CloudEnvironment.PUBLIC, "dod", CloudEnvironment.DOD, "gcch", CloudEnvironment.GCCH);
    private static final Map<String, CloudEnvironment> ACS =
            Map.of("acs", CloudEnvironment.PUBLIC, "dod-acs", CloudEnvironment.DOD, "gcch-acs", CloudEnvironment.GCCH);

    private RawIds() {}

    /** The identifier that a text stands for; empty if that is neither a phone number nor in the form of a raw id. */
    static Optional<CommunicationIdentifier> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Optional<CommunicationIdentifier> known = known(text);
        return known.isPresent() || !RAW_ID.matcher(text.trim()).matches()
                ? known
                : Optional.of(
                        new CommunicationIdentifier(IdentifierKind.UNKNOWN, text.trim(), null, null, null, null, null));
    }

    /** As {@link #parse}, but empty if the kind is unknown. */
    static Optional<CommunicationIdentifier> known(String text) {
        String rawId = text.trim();
        Matcher phone = PHONE_NUMBER.matcher(rawId);
        if (phone.matches()) {
            return Optional.of(phone(new PhoneNumberIdentifier(phone.group(1), false, phone.group(2))));
        }
        if (rawId.startsWith(PHONE) && RAW_ID.matcher(rawId).matches()) {
            // short codes, extensions and whatever else the service has for phones
            String value = rawId.substring(PHONE.length());
            return Optional.of(phone(new PhoneNumberIdentifier(value, value.equals(ANONYMOUS), null)));
        }
        Matcher typed = TYPED.matcher(rawId);
        if (!typed.matches()) {
            return Optional.empty();
        }
        return typed.group(1).equals("8")
                ? person(rawId, typed.group(2), typed.group(3))
                : Optional.ofNullable(TEAMS.get(typed.group(2))).map(cloud -> app(rawId, typed.group(3), cloud));
    }

    private static Optional<CommunicationIdentifier> person(String rawId, String prefix, String suffix) {
        if (TEAMS.containsKey(prefix)) {
            return Optional.of(teamsUser(rawId, new MicrosoftTeamsUserIdentifier(suffix, false, TEAMS.get(prefix))));
        }
        if (prefix.equals("teamsvisitor")) {
            return Optional.of(
                    teamsUser(rawId, new MicrosoftTeamsUserIdentifier(suffix, true, CloudEnvironment.PUBLIC)));
        }
        String[] segments = suffix.split("_", -1);
        if (ACS.containsKey(prefix) && segments.length == 3) {
            TeamsExtensionUserIdentifier user =
                    new TeamsExtensionUserIdentifier(segments[2], segments[1], segments[0], ACS.get(prefix));
            return Optional.of(new CommunicationIdentifier(
                    IdentifierKind.TEAMS_EXTENSION_USER, rawId, null, null, null, null, user));
        }
        if (ACS.containsKey(prefix) || prefix.equals("spool")) {
            return Optional.of(new CommunicationIdentifier(
                    IdentifierKind.COMMUNICATION_USER,
                    rawId,
                    new CommunicationUserIdentifier(rawId),
                    null,
                    null,
                    null,
                    null));
        }
        return Optional.empty();
    }

    private static CommunicationIdentifier phone(PhoneNumberIdentifier number) {
        return new CommunicationIdentifier(IdentifierKind.PHONE_NUMBER, rawId(number), null, number, null, null, null);
    }

    private static CommunicationIdentifier teamsUser(String rawId, MicrosoftTeamsUserIdentifier user) {
        return new CommunicationIdentifier(IdentifierKind.MICROSOFT_TEAMS_USER, rawId, null, null, user, null, null);
    }

    private static CommunicationIdentifier app(String rawId, String appId, CloudEnvironment cloud) {
        return new CommunicationIdentifier(
                IdentifierKind.MICROSOFT_TEAMS_APP,
                rawId,
                null,
                null,
                null,
                new MicrosoftTeamsAppIdentifier(appId, cloud),
                null);
    }

    /** The raw id of an identifier that has only its details; {@code null} if they contain no id. */
    record Party(IdentifierKind kind, @Nullable String rawId) {}

    /** Of the details, one is not {@code null}. */
    static Party party(
            @Nullable CommunicationUserIdentifier user,
            @Nullable PhoneNumberIdentifier number,
            @Nullable MicrosoftTeamsUserIdentifier teamsUser,
            @Nullable MicrosoftTeamsAppIdentifier app,
            @Nullable TeamsExtensionUserIdentifier extensionUser) {
        if (user != null) {
            return new Party(IdentifierKind.COMMUNICATION_USER, user.id());
        }
        if (number != null) {
            return new Party(IdentifierKind.PHONE_NUMBER, number.value() == null ? null : rawId(number));
        }
        if (teamsUser != null) {
            String prefix =
                    Boolean.TRUE.equals(teamsUser.isAnonymous()) ? "teamsvisitor" : prefix(TEAMS, teamsUser.cloud());
            return new Party(IdentifierKind.MICROSOFT_TEAMS_USER, rawId("8:" + prefix, teamsUser.userId()));
        }
        if (app != null) {
            return new Party(
                    IdentifierKind.MICROSOFT_TEAMS_APP, rawId("28:" + prefix(TEAMS, app.cloud()), app.appId()));
        }
        Objects.requireNonNull(extensionUser);
        return new Party(
                IdentifierKind.TEAMS_EXTENSION_USER,
                rawId(
                        "8:" + prefix(ACS, extensionUser.cloud()),
                        extensionUser.resourceId(),
                        extensionUser.tenantId(),
                        extensionUser.userId()));
    }

    private static @Nullable String rawId(String prefix, @Nullable String... names) {
        return Stream.of(names).allMatch(Objects::nonNull) ? prefix + ":" + String.join("_", names) : null;
    }

    private static String rawId(PhoneNumberIdentifier number) {
        String assertedId = number.assertedId() == null ? "" : "_" + number.assertedId();
        return "4:" + number.value() + assertedId;
    }

    private static String prefix(Map<String, CloudEnvironment> prefixes, @Nullable CloudEnvironment cloud) {
        CloudEnvironment wanted = cloud == null ? CloudEnvironment.PUBLIC : cloud;
        return prefixes.entrySet().stream()
                .filter(entry -> entry.getValue() == wanted)
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
