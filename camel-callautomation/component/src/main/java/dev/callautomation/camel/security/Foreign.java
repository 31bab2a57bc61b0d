package dev.callautomation.camel.security;

/** Text of strangers on its way into a log. */
final class Foreign {

    private static final int LONGEST = 120;

    private Foreign() {}

    /** The text between quotation marks, shortened, and with a question mark for whatever could forge a line of a log. */
    static String quote(Object text) {
        if (text == null) {
            return "none";
        }
        String all = text.toString();
        String some = all.length() > LONGEST ? all.substring(0, LONGEST) + "..." : all;
        return "'" + some.replaceAll("[^\\x20-\\x7e]", "?") + "'";
    }
}
