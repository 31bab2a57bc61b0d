package dev.callautomation.simulator.delivery;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;

import dev.callautomation.simulator.auth.Tokens;
import dev.callautomation.simulator.engine.Effect;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.switchboard.SimulatorClock;
import dev.callautomation.simulator.timeline.Timeline;
import dev.callautomation.simulator.wire.EventJson;
import dev.callautomation.simulator.wire.Json;

/**
 * Posts callbacks. Each connection's events go out one after another, so that they arrive in order when all is well;
 * a failed attempt is repeated later without holding up the next event. Connections do not wait for each other.
 */
public final class CallbackDelivery {

    private final Poster poster;
    private final SimulatorClock clock;
    private final Timeline timeline;
    private final Tokens tokens;
    private final Map<String, Future<Void>> tails = new ConcurrentHashMap<>();
    private final AtomicInteger generation = new AtomicInteger();

    public CallbackDelivery(Poster poster, SimulatorClock clock, Timeline timeline, Tokens tokens) {
        this.poster = poster;
        this.clock = clock;
        this.timeline = timeline;
        this.tokens = tokens;
    }

    /** Sends an event when those before it on the same connection have been tried. */
    public void deliver(Effect.Callback event) {
        Parcel parcel = new Parcel(
                event, Json.write(EventJson.callback(event, UUID.randomUUID().toString())), generation.get());
        Promise<Void> tried = Promise.promise();
        Future<Void> before = tails.put(event.legId(), tried.future());
        tried.future().onComplete(done -> tails.remove(event.legId(), tried.future()));
        (before == null ? Future.<Void>succeededFuture() : before).onComplete(ready -> {
            if (isStale(parcel)) {
                tried.complete();
            } else {
                announce(event);
                attempt(parcel, 1).onComplete(done -> tried.complete());
            }
        });
    }

    /** Gives up what has not been delivered. */
    public void reset() {
        generation.incrementAndGet();
        tails.clear();
    }

    private Future<Poster.Answer> attempt(Parcel parcel, int attempt) {
        return tokens.forCallback()
                .compose(token -> poster.post(parcel.event().destination(), headers(token), parcel.body()))
                .onComplete(answer -> finish(parcel, attempt, answer));
    }

    private static Map<String, String> headers(String token) {
        return Map.of("Content-Type", "application/json", "Authorization", token);
    }

    private void finish(Parcel parcel, int attempt, AsyncResult<Poster.Answer> answer) {
        if (isStale(parcel)) {
            return;
        }
        boolean again = answer.failed() || answer.result().status() >= 500;
        Optional<Duration> pause = again ? Backoff.CALLBACKS.after(attempt) : Optional.empty();
        Effect.Callback event = parcel.event();
        Deliveries.note(timeline, clock, event.callId(), "service", event.type(), attempt, answer, pause);
        pause.ifPresent(wait -> clock.schedule(wait, () -> attempt(parcel, attempt + 1)));
    }

    private boolean isStale(Parcel parcel) {
        return parcel.generation() != generation.get();
    }

    /** An event on its way; of an older generation when the simulator was reset meanwhile. */
    private record Parcel(Effect.Callback event, byte[] body, int generation) {}

    private void announce(Effect.Callback event) {
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
                event.type() + " " + event.result().codes() + Participants.in(event.specific()),
                details));
    }
}
