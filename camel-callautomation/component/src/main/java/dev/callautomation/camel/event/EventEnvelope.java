package dev.callautomation.camel.event;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.model.OperationTrace;
import dev.callautomation.camel.model.ResultInformation;

/**
 * What all events have, whichever schema they came in.
 *
 * @param id                names the event; may be {@code null}
 * @param type              as sent, {@code Microsoft.Communication.CallConnected}
 * @param source            who sent it; may be {@code null}
 * @param subject           what it is about; may be {@code null}
 * @param time              when it happened; {@code null} if it is missing or no date
 * @param callConnectionId  may be {@code null}
 * @param serverCallId      may be {@code null}
 * @param correlationId     may be {@code null}
 * @param operationContext  the application's own; may be {@code null}
 * @param resultInformation may be {@code null}
 * @param data              the event's data as sent, with the application's own operation context; not to be changed
 * @param trace             what the component had added to the operation context; {@code null} if that is nothing
 */
public record EventEnvelope(
        @Nullable String id,
        String type,
        @Nullable String source,
        @Nullable String subject,
        @Nullable OffsetDateTime time,
        @Nullable String callConnectionId,
        @Nullable String serverCallId,
        @Nullable String correlationId,
        @Nullable String operationContext,
        @Nullable ResultInformation resultInformation,
        ObjectNode data,
        @Nullable OperationTrace trace) {

    /** What the types of the service's own events begin with. */
    public static final String PREFIX = "Microsoft.Communication.";

    /** In a log; those of the service have less than 100 characters. */
    private static final int LONGEST = 200;

    /** The type without the prefix of the service. */
    public String shortType() {
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
    }

    /** Leaves the data out: they may hold an incoming call context. What a sender wrote stays within its line of a log. */
    @Override
    public String toString() {
        return printable(shortType()) + " id=" + printable(id) + " callConnectionId=" + printable(callConnectionId);
    }

    private static String printable(@Nullable String text) {
        return text == null
                ? "null"
                : text.substring(0, Math.min(text.length(), LONGEST)).replaceAll("[^\\x20-\\x7e]", "?");
    }
}
