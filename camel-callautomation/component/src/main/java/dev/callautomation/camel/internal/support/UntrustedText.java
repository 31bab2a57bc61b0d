package dev.callautomation.camel.internal.support;

/** Escapes untrusted text for logs and exceptions. */
public final class UntrustedText {

    private static final int LONGEST = 120;

    private UntrustedText() {}

    /** The text between quotation marks, {@link #escape escaped}; {@code none} for {@code null}. */
    public static String quote(Object text) {
        return text == null ? "none" : "'" + escape(text.toString()) + "'";
    }

    /** The text, shortened, and with a question mark for each character that could forge a line of a log. */
    public static String escape(String text) {
        return printable(text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text);
    }

    /** The whole text, with a space for each control character and line separator; for messages of known services. */
    public static String singleLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u0080-\\u009f\\u2028\\u2029]", " ");
    }

    /** The whole text, with a question mark for each character that could forge a line of a log. */
    public static String printable(String text) {
        // without a stream: each event has ids that are checked, and seldom text that is not printable
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return text.replaceAll("[^\\x20-\\x7e]", "?");
            }
        }
        return text;
    }
}
