package dev.callautomation.simulator.delivery;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.vertx.core.AsyncResult;

import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.switchboard.SimulatorClock;
import dev.callautomation.simulator.timeline.Timeline;

/** Writes attempts on the timeline. */
final class Deliveries {

    private Deliveries() {}

    static void note(
            Timeline timeline,
            SimulatorClock clock,
            String callId,
            String from,
            String event,
            int attempt,
            AsyncResult<Poster.Answer> answer,
            Optional<Duration> pause) {
        String outcome = answer.succeeded()
                ? String.valueOf(answer.result().status())
                : "no answer (" + NoAnswer.because(answer.cause()) + ")";
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
