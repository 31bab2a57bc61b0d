package dev.callautomation.camel;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Takes phone numbers and ids of users out of what the component logs and says in exceptions. */
final class IdentifierMask {

    private static final IdentifierMask ON = new IdentifierMask(true);
    private static final IdentifierMask OFF = new IdentifierMask(false);

    // as they are, and as they stand in the path of a request
    private static final Pattern PHONE = Pattern.compile("(\\+|%2B)[1-9]\\d{4,12}(\\d\\d)(?!\\d)");
    private static final Pattern USER =
            Pattern.compile("(?i)\\b((?:8|28)(?::|%3A)[a-z-]+(?::|%3A))[^\\s,;'\"\\[\\](){}&/?]+");

    private final boolean masking;

    private IdentifierMask(boolean masking) {
        this.masking = masking;
    }

    static IdentifierMask of(CallAutomationConfiguration options) {
        return options.isMaskIdentifiers() ? ON : OFF;
    }

    /** The text with the last two digits of each phone number, and with the kind of each user's id. */
    String in(String text) {
        if (!masking || text == null) {
            return text;
        }
        String phones = PHONE.matcher(text).replaceAll(found -> found.group(1) + "***" + found.group(2));
        return USER.matcher(phones).replaceAll((MatchResult found) -> found.group(1) + "***");
    }

    /** The exception as the cause of another, or {@code null} if its own words would give away what is masked. */
    Throwable cause(Throwable failure) {
        for (Throwable each = failure; masking && each != null; each = each.getCause()) {
            if (each.getMessage() != null && !in(each.getMessage()).equals(each.getMessage())) {
                return null;
            }
        }
        return failure;
    }
}
