package dev.callautomation.simulator.model;

/** The text form of a GUID. */
public final class Guid {

    /** A regular expression for it. */
    public static final String PATTERN = "\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

    private Guid() {}

    /** Whether a text is one. */
    public static boolean is(String text) {
        return text.matches(PATTERN);
    }
}
