package dev.callautomation.simulator.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.vertx.core.AsyncResult;

import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.execution.SimulatorClock;
import dev.callautomation.simulator.fault.EventFault;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.timeline.SentContent;
import dev.callautomation.simulator.timeline.SentMessage;
import dev.callautomation.simulator.timeline.Timeline;

/** Writes events, attempts and injected faults on the timeline. */
final class DeliveryTimeline {

    private DeliveryTimeline() {}

    static void announce(Timeline timeline, Effect.Callback event, Post post) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("event", event.type());
        details.put("eventId", post.eventId());
        details.put("callConnectionId", event.legId());
        details.put("code", String.valueOf(event.result().code()));
        details.put("subCode", String.valueOf(event.result().subCode()));
        details.put("message", event.result().message());
        if (event.operationContext() != null) {
            details.put("operationContext", event.operationContext());
        }
        timeline.add(
                new TimelineEntry(
                        event.callId(),
                        event.time(),
                        TimelineEntry.Kind.EVENT,
                        "service",
                        "application",
                        event.type() + " " + event.result().codes() + ParticipantLabels.in(event.specific()),
                        details),
                new SentContent(post.message(), null));
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

    /** The status of an answer, or why there is none. */
    static String outcome(AsyncResult<HttpSender.Answer> answer) {
        return answer.succeeded()
                ? String.valueOf(answer.result().status())
                : "no answer (" + ConnectionFailures.because(answer.cause()) + ")";
    }

    /**
     * Writes that an attempt has ended.
     *
     * @param pause until the next attempt, empty when this was the last
     */
    static void note(
            Timeline timeline,
            SimulatorClock clock,
            Post post,
            int attempt,
            AsyncResult<HttpSender.Answer> answer,
            boolean failed,
            Optional<Duration> pause) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("event", post.event());
        details.put("eventId", post.eventId());
        details.put("endpoint", post.endpoint());
        details.put("attempt", String.valueOf(attempt));
        if (answer.succeeded()) {
            details.put("status", String.valueOf(answer.result().status()));
        }
        if (failed) {
            details.put(
                    "reason",
                    answer.succeeded()
                            ? "status " + answer.result().status()
                            : ConnectionFailures.because(answer.cause()));
        }
        pause.ifPresent(wait -> details.put("retryInMillis", String.valueOf(wait.toMillis())));
        timeline.add(
                new TimelineEntry(
                        post.callId(),
                        clock.now(),
                        TimelineEntry.Kind.DELIVERY,
                        "application",
                        post.from(),
                        post.event() + " attempt " + attempt + " -> " + outcome(answer)
                                + pause.map(wait -> ", again in " + wait.toMillis() + " ms")
                                        .orElse(""),
                        details),
                new SentContent(post.message(), answer.succeeded() ? response(answer.result()) : null));
    }

    /** Writes that an event was not sent, as too many others have not been delivered yet. */
    static void noteOverflow(Timeline timeline, SimulatorClock clock, Post post) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("event", post.event());
        details.put("eventId", post.eventId());
        details.put("endpoint", post.endpoint());
        details.put("attempt", "0");
        details.put("reason", "too many deliveries are pending");
        timeline.add(
                new TimelineEntry(
                        post.callId(),
                        clock.now(),
                        TimelineEntry.Kind.DELIVERY,
                        post.from(),
                        null,
                        post.event() + " is not sent: too many deliveries are pending",
                        details),
                new SentContent(post.message(), null));
    }

    private static SentMessage response(HttpSender.Answer answer) {
        return SentMessage.response(
                answer.status(),
                answer.headers(),
                new String(answer.body(), StandardCharsets.UTF_8),
                answer.body().length);
    }
}
