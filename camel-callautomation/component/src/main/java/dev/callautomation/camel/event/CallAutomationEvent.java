package dev.callautomation.camel.event;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.model.ResultInformation;

/**
 * An event of the service. Immutable. Camel converts it to the JSON of its data, as the service sent it: as
 * {@code String}, {@code byte[]}, {@code InputStream}, {@code Map} or {@code JsonNode}.
 */
public interface CallAutomationEvent {

    /** What all events have. */
    EventEnvelope envelope();

    /** The type without the prefix {@code Microsoft.Communication.}, such as {@code CallConnected}. */
    default String type() {
        return envelope().shortType();
    }

    /** Names this event; a repeated delivery has the same id. */
    default @Nullable String id() {
        return envelope().id();
    }

    /** When it happened; may be {@code null}. */
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

    /** What the request that caused the event gave; may be {@code null}. */
    default @Nullable String operationContext() {
        return envelope().operationContext();
    }

    /** How it ended; {@code null} where the service does not say. */
    default @Nullable ResultInformation resultInformation() {
        return envelope().resultInformation();
    }

    /** The event's data as the service sent them; a copy. */
    @JsonValue
    default ObjectNode json() {
        return envelope().data().deepCopy();
    }
}
