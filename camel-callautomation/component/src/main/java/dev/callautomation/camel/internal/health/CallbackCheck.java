package dev.callautomation.camel.internal.health;

import org.apache.camel.health.HealthCheckResultBuilder;

import dev.callautomation.camel.internal.ingress.CallbackStatus;

/** Whether deliveries of events can be received. */
final class CallbackCheck extends ReadinessCheck {

    private final HealthChecks.Subjects subjects;

    CallbackCheck(String id, HealthChecks.Subjects subjects) {
        super(id);
        this.subjects = subjects;
    }

    @Override
    void check(HealthCheckResultBuilder result) {
        CallbackStatus status = subjects.reception().callback();
        detail(result, "callback.path", subjects.reception().callbackPath());
        detail(result, "delivery.accepted", subjects.counters().lastAcceptedDelivery());
        detail(result, "operations.pending", subjects.operations().size());
        if (subjects.journal() != null) {
            // a full disk does not affect calls, so that the check stays up
            detail(result, "journal.unwritten", subjects.journal().unwritten());
        }
        if (status.problem() != null) {
            down(result, "No or not all events can be received: " + status.problem());
        } else {
            result.message(status.wanted() ? null : "No events are to be received")
                    .up();
        }
    }
}
