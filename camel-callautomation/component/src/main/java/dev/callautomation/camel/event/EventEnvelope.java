package dev.callautomation.camel.event;

import java.time.OffsetDateTime;
import java.util.List;

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
 * @param unreadable        the names of members of the event that could not be read, and are {@code null} or left out,
 *     with those of the objects around them: {@code from}, {@code customContext.voipHeaders.x},
 *     {@code participants[0].isMuted}; at most 100. In the envelope that a record has, those of its own members, too
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
        List<String> unreadable) {

    /** Prefix of the types of events of the service. */
    public static final String PREFIX = "Microsoft.Communication.";

    /** Maximum length in a log; types of the service have less than 100 characters. */
    private static final int LONGEST = 200;

    public EventEnvelope {
        unreadable = List.copyOf(unreadable);
    }

    /** An envelope of which all members were read. */
    public EventEnvelope(
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
        this(
                id,
                type,
                source,
                subject,
                time,
                callConnectionId,
                serverCallId,
                correlationId,
                operationContext,
                resultInformation,
                data,
                List.of());
    }

    /** This envelope with other names of members that could not be read. */
    public EventEnvelope withUnreadable(List<String> names) {
        return names.equals(unreadable)
                ? this
                : new EventEnvelope(
                        id,
                        type,
                        source,
                        subject,
                        time,
                        callConnectionId,
                        serverCallId,
                        correlationId,
                        operationContext,
                        resultInformation,
                        data,
                        names);
    }

    /** The type without the prefix of the service. */
    public String shortType() {
        return EventTypes.shortType(type);
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
