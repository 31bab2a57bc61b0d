package dev.callautomation.camel.event;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.model.ResultInformation;

/**
 * Properties common to all events, independent of the schema of the delivery.
 *
 * @param id                the id of the event; may be {@code null}
 * @param type              as sent, {@code Microsoft.Communication.CallConnected}
 * @param source            the source of the event; may be {@code null}
 * @param subject           the subject of the event; may be {@code null}
 * @param time              the time of the event; {@code null} if missing or invalid
 * @param callConnectionId  may be {@code null}
 * @param serverCallId      may be {@code null}
 * @param correlationId     may be {@code null}
 * @param operationContext  the text of the application; may be {@code null}
 * @param resultInformation may be {@code null}
 * @param data              the data of the event as sent, with the text of the application as operation context;
 *     must not be modified
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
        ObjectNode data) {

    /** Prefix of the types of events of the service. */
    public static final String PREFIX = "Microsoft.Communication.";

    /** Maximum length in a log; types of the service have less than 100 characters. */
    private static final int LONGEST = 200;

    /** The type without the prefix of the service. */
    public String shortType() {
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
    }

    /** Omits the data, which may contain an incoming call context. Text of the sender cannot add lines to a log. */
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
