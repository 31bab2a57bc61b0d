package dev.callautomation.simulator.delivery;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.vertx.core.AsyncResult;

import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.execution.SimulatorClock;
import dev.callautomation.simulator.fault.EventFault;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.timeline.Timeline;

/** Writes events, attempts and injected faults on the timeline. */
final class DeliveryTimeline {

    private DeliveryTimeline() {}

    static void announce(Timeline timeline, Effect.Callback event) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("event", event.type());
        details.put("callConnectionId", event.legId());
        details.put("code", String.valueOf(event.result().code()));
        details.put("subCode", String.valueOf(event.result().subCode()));
        details.put("message", event.result().message());
        if (event.operationContext() != null) {
            details.put("operationContext", event.operationContext());
        }
        timeline.add(new TimelineEntry(
                event.callId(),
                event.time(),
                TimelineEntry.Kind.EVENT,
                "service",
                "application",
                event.type() + " " + event.result().codes() + ParticipantLabels.in(event.specific()),
                details));
    }

    static void noteFault(Timeline timeline, SimulatorClock clock, String callId, String event, EventFault fault) {
        timeline.add(new TimelineEntry(
                callId,
                clock.now(),
                TimelineEntry.Kind.FAULT,
                "service",
                null,
                "fault: " + event + " " + fault.description(),
                Map.of("event", event)));
    }

    static void note(
            Timeline timeline,
            SimulatorClock clock,
            String callId,
            String from,
            String event,
            int attempt,
            AsyncResult<HttpSender.Answer> answer,
            Optional<Duration> pause) {
        String outcome = answer.succeeded()
                ? String.valueOf(answer.result().status())
                : "no answer (" + ConnectionFailures.because(answer.cause()) + ")";
        String text = event + " attempt " + attempt + " -> " + outcome
                + pause.map(wait -> ", again in " + wait.toMillis() + " ms").orElse("");
        Map<String, String> details = new LinkedHashMap<>();
        details.put("event", event);
        details.put("attempt", String.valueOf(attempt));
        if (answer.succeeded()) {
            details.put("status", String.valueOf(answer.result().status()));
        }
        timeline.add(new TimelineEntry(
                callId, clock.now(), TimelineEntry.Kind.DELIVERY, "application", from, text, details));
    }
}
