package dev.callautomation.camel.internal.observation;

import java.util.Locale;

import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.event.EventTypes;
import dev.callautomation.camel.model.SubCodes;

/** Names of what is counted. Their number is bounded, whatever a sender or the service sends. */
public final class Labels {

    /** For everything that is not known. */
    static final String OTHER = "other";

    static final String NONE = "none";

    private static final int THROTTLED = 429;
    private static final int CLASS = 100;
    private static final int HIGHEST_CLASS = 5;

    private Labels() {}

    /** The name of a constant as tags, tables and reports have it. */
    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The type without prefix, if the component knows it. */
    static String type(EventEnvelope event) {
        return EventTypes.find(event.shortType()).map(Class::getSimpleName).orElse(OTHER);
    }

    /** The subcode, if it is 0 or has a description. */
    static String subCode(Integer subCode) {
        if (subCode == null) {
            return NONE;
        }
        if (subCode == 0) {
            return "0";
        }
        return SubCodes.description(subCode) != null ? subCode.toString() : OTHER;
    }

    /** The subcode of the result of an event. */
    static String subCode(EventEnvelope event) {
        return subCode(
                event.resultInformation() == null
                        ? null
                        : event.resultInformation().subCode());
    }

    /** The class of an HTTP status, but 429 by itself; {@code none} for 0. */
    static String status(int status) {
        int statusClass = status / CLASS;
        if (status == 0) {
            return NONE;
        } else if (status == THROTTLED) {
            return "429";
        }
        return statusClass >= 1 && statusClass <= HIGHEST_CLASS ? statusClass + "xx" : OTHER;
    }
}
