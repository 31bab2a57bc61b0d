package dev.callautomation.camel.internal.support;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.callautomation.camel.CallAutomationConfiguration;

/** Masks phone numbers and ids of users in log lines and exception messages of the component. */
public final class IdentifierMask {

    private static final IdentifierMask ON = new IdentifierMask(true);
    private static final IdentifierMask OFF = new IdentifierMask(false);

    // plain, and percent-encoded as in the path of a request
    private static final Pattern PHONE = Pattern.compile("(\\+|%2B)[1-9]\\d{4,12}(\\d\\d)(?!\\d)");
    private static final Pattern USER =
            Pattern.compile("(?i)\\b((?:8|28)(?::|%3A)[a-z-]+(?::|%3A))[^\\s,;'\"\\[\\](){}&/?]+");

    private final boolean masking;

    private IdentifierMask(boolean masking) {
        this.masking = masking;
    }

    public static IdentifierMask of(CallAutomationConfiguration options) {
        return options.isMaskIdentifiers() ? ON : OFF;
    }

    /** For what leaves the application without being asked for, such as spans. */
    public static IdentifierMask always() {
        return ON;
    }

    /** The text in which only the last two digits of phone numbers, and the kind of users' ids, are left. */
    public String in(String text) {
        if (!masking || text == null) {
            return text;
        }
        String phones = PHONE.matcher(text).replaceAll(found -> found.group(1) + "***" + found.group(2));
        return USER.matcher(phones).replaceAll((MatchResult found) -> found.group(1) + "***");
    }

    /** The exception as the cause of another, or {@code null} if its own message contains what is masked. */
    public Throwable cause(Throwable failure) {
        for (Throwable each = failure; masking && each != null; each = each.getCause()) {
            if (each.getMessage() != null && !in(each.getMessage()).equals(each.getMessage())) {
                return null;
            }
        }
        return failure;
    }
}
