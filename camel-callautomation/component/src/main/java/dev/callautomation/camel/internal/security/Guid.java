package dev.callautomation.camel.internal.security;

import java.util.regex.Pattern;

/** Ids of Azure, which differ in case from place to place. */
final class Guid {

    private static final Pattern FORM =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Guid() {}

    static boolean is(String text) {
        return FORM.matcher(text).matches();
    }

    /** Whether both are the same; only ids may differ in case. */
    static boolean same(String one, String other) {
        return one.equals(other) || is(one) && one.equalsIgnoreCase(other);
    }
}
