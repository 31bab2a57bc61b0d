package dev.callautomation.camel.internal.operation;

import java.util.Locale;

/**
 * An input of operations: an endpoint option, and the header {@code CamelCallAutomation} + its name where a header may
 * override it. Its description is that of the option. What follows from the name is computed once, as each exchange needs it.
 */
public final class Input {

    private static final String HEADER_PREFIX = "CamelCallAutomation";

    private final String option;
    private final boolean overridable;
    private final String header;
    private final boolean callbackUri;
    private final boolean duration;

    private Input(String option, boolean overridable) {
        this.option = option;
        this.overridable = overridable;
        this.header = HEADER_PREFIX + Character.toUpperCase(option.charAt(0)) + option.substring(1);
        this.callbackUri = option.toLowerCase(Locale.ROOT).endsWith("callbackuri");
        this.duration = option.endsWith("Timeout");
    }

    /** An input that no header can set. */
    static Input option(String option) {
        return new Input(option, false);
    }

    /** An input that a header can set, too. */
    static Input overridable(String option) {
        return new Input(option, true);
    }

    /** Whether a header may be one of an input. */
    static boolean mayBeHeader(String name) {
        return name.regionMatches(true, 0, HEADER_PREFIX, 0, HEADER_PREFIX.length());
    }

    /** The name of the option. */
    public String option() {
        return option;
    }

    /** Whether a header may override the option. */
    public boolean overridable() {
        return overridable;
    }

    /** The name of the header that belongs to the option. */
    public String header() {
        return header;
    }

    /** Whether the value is the URI that the service sends events to. */
    public boolean isCallbackUri() {
        return callbackUri;
    }

    /** Whether the value is a duration; the API has numbers, in a unit of its own. */
    boolean isDuration() {
        return duration;
    }

    /** The member of a request that the input sets. */
    Member fills(String path) {
        return new Member(this, path);
    }

    /** How to set the input, for the end of an error message. */
    String hint() {
        String headers = overridable ? " or the header " + header : "";
        return "set the option " + option + headers + OptionDescriptions.of(option);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Input input && input.overridable == overridable && input.option.equals(option);
    }

    @Override
    public int hashCode() {
        return option.hashCode();
    }

    @Override
    public String toString() {
        return option;
    }
}
