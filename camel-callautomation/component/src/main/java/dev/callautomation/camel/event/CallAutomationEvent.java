package dev.callautomation.camel.event;

import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.model.ResultInformation;

/**
 * An event of the service. Immutable. Camel converts it to the JSON of its data, as the service sent it: as
 * {@code String}, {@code byte[]}, {@code InputStream}, {@code Map} or {@code JsonNode}.
 */
public interface CallAutomationEvent {

    /** The properties common to all events. */
    EventEnvelope envelope();

    /** The type without the prefix {@code Microsoft.Communication.}, such as {@code CallConnected}. */
    default String type() {
        return envelope().shortType();
    }

    /** The id of the event; a repeated delivery has the same id. */
    default @Nullable String id() {
        return envelope().id();
    }

    /** The time of the event; may be {@code null}. */
    default @Nullable OffsetDateTime time() {
        return envelope().time();
    }

    /** The call connection; {@code null} where there is none, as in an incoming call. */
    default @Nullable String callConnectionId() {
        return envelope().callConnectionId();
    }

    /** The call at the service; may be {@code null}. */
    default @Nullable String serverCallId() {
        return envelope().serverCallId();
    }

    /** The same for both legs of one call; may be {@code null}. */
    default @Nullable String correlationId() {
        return envelope().correlationId();
    }

    /** The operation context of the request that caused the event; may be {@code null}. */
    default @Nullable String operationContext() {
        return envelope().operationContext();
    }

    /** The result; {@code null} if the service does not send one. */
    default @Nullable ResultInformation resultInformation() {
        return envelope().resultInformation();
    }

    /**
     * The names of members that could not be read, because the service sent something else than this version expects. They are
     * {@code null} or left out; {@link #json()} has them as sent. Empty if everything was read.
     */
    default List<String> unreadable() {
        return envelope().unreadable();
    }

    /** A copy of the data of the event as the service sent them. */
    @JsonValue
    default ObjectNode json() {
        return envelope().data().deepCopy();
    }
}
