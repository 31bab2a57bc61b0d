package dev.callautomation.simulator.model;

/**
 * A possible participant of a call, identified by the raw id alone: {@code 4:+15551234567} is a phone number,
 * {@code 8:acs:<resource>_<user>} a communication user.
 *
 * @param rawId never blank
 */
public record Identifier(String rawId) {

    public Identifier {
        if (rawId == null || rawId.isBlank()) {
            throw new IllegalArgumentException(
                    "An identifier must not be empty: give an E.164 number such as +15551234567 or a raw id such as 8:acs:resource_user");
        }
    }

    /** Reads what people write: an E.164 number ({@code +1555...}) or a raw id ({@code 8:acs:...}). */
    public static Identifier of(String numberOrRawId) {
        String text = numberOrRawId == null ? "" : numberOrRawId.trim();
        if (!text.startsWith("+")) {
            return new Identifier(text);
        }
        if (!text.matches("\\+[0-9]{2,15}")) {
            throw new IllegalArgumentException(text + " is not a phone number in E.164 format such as +15551234567");
        }
        return phoneNumber(text);
    }

    /** The identifier of an E.164 number. */
    public static Identifier phoneNumber(String value) {
        return new Identifier("4:" + value);
    }

    /** The kind, derived from the raw id's prefix. */
    public IdentifierKind kind() {
        return IdentifierKind.ofRawId(rawId);
    }

    /** Whether this is a telephone number. */
    public boolean isPhoneNumber() {
        return kind() == IdentifierKind.PHONE_NUMBER;
    }

    /** A short name for people: the number, or the user part of a long id; never blank. */
    public String label() {
        if (rawId.startsWith("4:")) {
            return rawId.substring(2);
        }
        String user = rawId.substring(Math.max(rawId.lastIndexOf('_'), rawId.lastIndexOf(':')) + 1);
        if (user.isBlank()) {
            return rawId;
        }
        return user.length() <= 20 ? user : user.substring(0, 8) + "…";
    }

    @Override
    public String toString() {
        return rawId;
    }
}
