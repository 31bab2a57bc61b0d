package dev.callautomation.camel.internal.operation;

import java.util.Locale;

/**
 * An input of operations: an endpoint option, and the header {@code CamelCallAutomation} + its name where a header may
 * override it. Its description is that of the option.
 *
 * @param option      the name of the option
 * @param overridable whether a header may override the option
 */
public record Input(String option, boolean overridable) {

    /** An input that no header can set. */
    static Input option(String option) {
        return new Input(option, false);
    }

    /** An input that a header can set, too. */
    static Input overridable(String option) {
        return new Input(option, true);
    }

    /** The name of the header that belongs to the option. */
    public String header() {
        return "CamelCallAutomation" + Character.toUpperCase(option.charAt(0)) + option.substring(1);
    }

    /** Whether the value is the URI that the service sends events to. */
    public boolean isCallbackUri() {
        return option.toLowerCase(Locale.ROOT).endsWith("callbackuri");
    }

    /** Whether the value is a duration; the API has numbers, in a unit of its own. */
    boolean isDuration() {
        return option.endsWith("Timeout");
    }

    /** The member of a request that the input sets. */
    Member fills(String path) {
        return new Member(this, path);
    }

    /** How to set the input, for the end of an error message. */
    String hint() {
        String header = overridable ? " or the header " + header() : "";
        return "set the option " + option + header + OptionDescriptions.of(option);
    }
}
