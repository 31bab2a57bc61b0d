package dev.callautomation.camel.internal.completion;

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

    /** @param operationId may be {@code null} */
    static boolean names(ReceivedEvent event, String operationId) {
        return awaited(event)
                .filter(found -> found.operationId().equals(operationId))
                .isPresent();
    }

    /** Its ids apart from that of its operation. */
    static CorrelationIds ids(EventEnvelope event) {
        return new CorrelationIds(
                null, event.callConnectionId(), text(event, "recordingId"), text(event, "invitationId"));
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

    private static String text(EventEnvelope event, String member) {
        return event.data().path(member).textValue();
    }
}
