package dev.callautomation.simulator.model;

/** The kinds of identifier the service distinguishes; {@link #wireName()} is the {@code kind} member in JSON. */
public enum IdentifierKind {
    COMMUNICATION_USER("communicationUser"),
    PHONE_NUMBER("phoneNumber"),
    TEAMS_USER("microsoftTeamsUser"),
    TEAMS_APP("microsoftTeamsApp"),
    TEAMS_EXTENSION_USER("teamsExtensionUser"),
    UNKNOWN("unknown");

    private final String wireName;

    IdentifierKind(String wireName) {
        this.wireName = wireName;
    }

    /** The value of {@code kind} and, except for {@link #UNKNOWN}, the name of the member that holds the details. */
    public String wireName() {
        return wireName;
    }

    /**
     * Tells the kind from the prefix of a raw id. An ACS id whose suffix has three parts separated by {@code _} is a
     * Teams extension user, every other one a communication user.
     */
    static IdentifierKind ofRawId(String rawId) {
        if (rawId.startsWith("4:")) {
            return PHONE_NUMBER;
        }
        if (startsWithAny(rawId, "8:orgid:", "8:dod:", "8:gcch:", "8:teamsvisitor:")) {
            return TEAMS_USER;
        }
        if (startsWithAny(rawId, "28:orgid:", "28:dod:", "28:gcch:")) {
            return TEAMS_APP;
        }
        if (startsWithAny(rawId, "8:acs:", "8:dod-acs:", "8:gcch-acs:")) {
            String suffix = rawId.substring(rawId.indexOf(':', 2) + 1);
            return suffix.split("_", -1).length == 3 ? TEAMS_EXTENSION_USER : COMMUNICATION_USER;
        }
        return rawId.startsWith("8:spool:") ? COMMUNICATION_USER : UNKNOWN;
    }

    private static boolean startsWithAny(String value, String... prefixes) {
        for (String prefix : prefixes) {
            if (value.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
