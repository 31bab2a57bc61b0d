package dev.callautomation.camel.internal.security;

/** Escapes untrusted text for logs. */
final class UntrustedText {

    private static final int LONGEST = 120;

    private UntrustedText() {}

    /** The text between quotation marks, shortened, and with a question mark for each character that could forge a line of a log. */
    static String quote(Object text) {
        if (text == null) {
            return "none";
        }
        String all = text.toString();
        String some = all.length() > LONGEST ? all.substring(0, LONGEST) + "..." : all;
        return "'" + some.replaceAll("[^\\x20-\\x7e]", "?") + "'";
    }
}
