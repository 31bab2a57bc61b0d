package dev.callautomation.simulator.delivery;

import java.time.Duration;
import java.util.List;
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
import dev.callautomation.simulator.fault.EventFault;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.fault.Faults;
import dev.callautomation.simulator.fault.HeldAnswers;
import dev.callautomation.simulator.fault.Trigger;
import dev.callautomation.simulator.model.TokenFlaw;
import dev.callautomation.simulator.switchboard.SimulatorClock;
import dev.callautomation.simulator.timeline.Timeline;
import dev.callautomation.simulator.wire.EventJson;
import dev.callautomation.simulator.wire.Json;

/**
 * Posts callbacks. Each connection's events go out one after another, so that they arrive in order when all is well;
 * a failed attempt is repeated later without holding up the next event. Connections do not wait for each other.
 */
public final class CallbackDelivery {

    private static final Map<String, String> CONTENT = Map.of("Content-Type", "application/json");
    private static final EventFault ALL_IS_WELL = Fault.onEvent(Trigger.ANY);

    /** How long an event waits for the one that shall overtake it, by the simulator's clock. */
    private static final Duration LONELY = Duration.ofSeconds(1);

    private final Poster poster;
    private final SimulatorClock clock;
    private final Timeline timeline;
    private final Tokens tokens;
    private final Faults faults;
    private final HeldAnswers heldAnswers;
    private final Map<String, Future<Void>> tails = new ConcurrentHashMap<>();
    private final Map<String, Parcel> overtaken = new ConcurrentHashMap<>();
    private final AtomicInteger generation = new AtomicInteger();

    public CallbackDelivery(
            Poster poster,
            SimulatorClock clock,
            Timeline timeline,
            Tokens tokens,
            Faults faults,
            HeldAnswers heldAnswers) {
        this.poster = poster;
        this.clock = clock;
        this.timeline = timeline;
        this.tokens = tokens;
        this.faults = faults;
        this.heldAnswers = heldAnswers;
    }

    /** Sends an event when those before it on the same connection have been tried. */
    public void deliver(Effect.Callback event) {
        Optional<EventFault> struck = faults.ofCallback(event.type(), List.of(event.callId(), event.legId()));
        struck.ifPresent(fault -> Deliveries.noteFault(timeline, clock, event.callId(), event.type(), fault));
        EventFault fault = struck.orElse(ALL_IS_WELL);
        if (fault.dropped()) {
            return;
        }
        byte[] body = Json.write(EventJson.callback(event, UUID.randomUUID().toString()));
        Parcel parcel = new Parcel(event, body, fault, generation.get());
        Parcel earlier = overtaken.remove(event.legId());
        if (fault.reordered() && earlier == null) {
            letTheNextPass(parcel);
            return;
        }
        queue(parcel);
        if (earlier != null) {
            queue(earlier);
        }
    }

    /** Gives up what has not been delivered. */
    public void reset() {
        generation.incrementAndGet();
        tails.clear();
        overtaken.clear();
    }

    private void letTheNextPass(Parcel parcel) {
        String leg = parcel.event().legId();
        overtaken.put(leg, parcel);
        clock.schedule(LONELY, () -> {
            if (overtaken.remove(leg, parcel)) {
                queue(parcel);
            }
        });
    }

    private void queue(Parcel parcel) {
        Effect.Callback event = parcel.event();
        Promise<Void> tried = Promise.promise();
        Future<Void> before = tails.put(event.legId(), tried.future());
        tried.future().onComplete(done -> tails.remove(event.legId(), tried.future()));
        (before == null ? Future.<Void>succeededFuture() : before).onComplete(ready -> {
            if (isStale(parcel)) {
                tried.complete();
            } else {
                send(parcel).onComplete(done -> {
                    heldAnswers.sent(List.of(event.callId(), event.legId()), event.type());
                    tried.complete();
                });
            }
        });
    }

    private Future<Poster.Answer> send(Parcel parcel) {
        Promise<Void> due = Promise.promise();
        if (parcel.fault().delayMillis() == 0) {
            due.complete();
        } else {
            clock.schedule(Duration.ofMillis(parcel.fault().delayMillis()), due::complete);
        }
        return due.future().compose(now -> {
            Deliveries.announce(timeline, parcel.event());
            return copies(parcel, parcel.fault().duplicate());
        });
    }

    /** One after another, whatever is answered. */
    private Future<Poster.Answer> copies(Parcel parcel, int left) {
        Future<Poster.Answer> first = attempt(parcel, 1);
        return left == 1 ? first : first.transform(any -> copies(parcel, left - 1));
    }

    private Future<Poster.Answer> attempt(Parcel parcel, int attempt) {
        return headers(parcel.fault().token())
                .compose(headers -> poster.post(parcel.event().destination(), headers, parcel.body()))
                .onComplete(answer -> finish(parcel, attempt, answer));
    }

    private Future<Map<String, String>> headers(TokenFlaw flaw) {
        if (flaw == TokenFlaw.NONE) {
            return Future.succeededFuture(CONTENT);
        }
        return (flaw == null ? tokens.forCallback() : tokens.forCallback(flaw))
                .map(token -> Map.of("Content-Type", "application/json", "Authorization", token));
    }

    private void finish(Parcel parcel, int attempt, AsyncResult<Poster.Answer> answer) {
        if (isStale(parcel)) {
            return;
        }
        boolean again = answer.failed() || answer.result().status() >= 500;
        Optional<Duration> pause = again ? Backoff.CALLBACKS.after(attempt) : Optional.empty();
        Effect.Callback event = parcel.event();
        Deliveries.note(timeline, clock, event.callId(), "service", event.type(), attempt, answer, pause);
        pause.ifPresent(wait -> clock.schedule(wait, () -> {
            if (!isStale(parcel)) {
                attempt(parcel, attempt + 1);
            }
        }));
    }

    private boolean isStale(Parcel parcel) {
        return parcel.generation() != generation.get();
    }

    /** An event on its way; of an older generation when the simulator was reset meanwhile. */
    private record Parcel(Effect.Callback event, byte[] body, EventFault fault, int generation) {}
}
