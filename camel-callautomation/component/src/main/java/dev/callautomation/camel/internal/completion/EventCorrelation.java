package dev.callautomation.camel.internal.completion;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.internal.support.OperationContextPrefix;

/** Reads from an event by what it is correlated with operations. */
final class EventCorrelation {

    private EventCorrelation() {}

    /** What the component wrote into the operation context of an operation whose completion it awaits; empty if nothing. */
    static Optional<OperationContextPrefix> awaited(ReceivedEvent event) {
        return Optional.ofNullable(event.contextPrefix()).filter(OperationContextPrefix::awaited);
    }

    /** Whether the event is one of the operation that has the prefix. */
    static boolean names(ReceivedEvent event, OperationContextPrefix prefix) {
        return prefix != null
                && awaited(event)
                        .filter(found -> found.operationId().equals(prefix.operationId()))
                        .isPresent();
    }

    static Map<CorrelationKey, String> ids(ReceivedEvent event) {
        Map<CorrelationKey, String> ids = new EnumMap<>(CorrelationKey.class);
        awaited(event).ifPresent(prefix -> ids.put(CorrelationKey.OPERATION, prefix.operationId()));
        put(ids, CorrelationKey.CALL, event.envelope().callConnectionId());
        put(ids, CorrelationKey.RECORDING, text(event.envelope(), "recordingId"));
        put(ids, CorrelationKey.INVITATION, text(event.envelope(), "invitationId"));
        return ids;
    }

    /** Whether the event may belong to an operation of which that id is not known yet. */
    static boolean mayBeEarly(CorrelationKey key, EventEnvelope event) {
        return key == CorrelationKey.RECORDING
                || key == CorrelationKey.INVITATION
                || key == CorrelationKey.CALL && endsCall(event);
    }

    static boolean endsCall(EventEnvelope event) {
        return event.shortType().equals("CallDisconnected");
    }

    static boolean isFailure(EventEnvelope event) {
        return event.shortType().endsWith("Failed");
    }

    private static void put(Map<CorrelationKey, String> ids, CorrelationKey key, String id) {
        if (id != null) {
            ids.put(key, id);
        }
    }

    private static String text(EventEnvelope event, String member) {
        return event.data().path(member).textValue();
    }
}
