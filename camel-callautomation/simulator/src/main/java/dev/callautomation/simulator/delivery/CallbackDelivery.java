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
import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.execution.SimulatorClock;
import dev.callautomation.simulator.fault.ActiveFaults;
import dev.callautomation.simulator.fault.DelayedResponses;
import dev.callautomation.simulator.fault.EventFault;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.fault.Trigger;
import dev.callautomation.simulator.model.TokenFlaw;
import dev.callautomation.simulator.timeline.Timeline;
import dev.callautomation.simulator.wire.EventJson;
import dev.callautomation.simulator.wire.Json;

/**
 * Posts callbacks. Each connection's events go out one after another, so that they arrive in order when all is well;
 * a failed attempt is repeated later without holding up the next event. Connections do not wait for each other.
 */
public final class CallbackDelivery {

    private static final Map<String, String> CONTENT = Map.of("Content-Type", "application/json");
    private static final EventFault NO_FAULT = Fault.onEvent(Trigger.ANY);

    /** How long a reordered event waits for the next event, by the simulator's clock. */
    private static final Duration REORDER_TIMEOUT = Duration.ofSeconds(1);

    private final HttpSender httpSender;
    private final SimulatorClock clock;
    private final Timeline timeline;
    private final Tokens tokens;
    private final ActiveFaults faults;
    private final DelayedResponses delayedResponses;
    private final PendingDeliveries pendingDeliveries;
    private final Map<String, Future<Void>> tails = new ConcurrentHashMap<>();
    private final Map<String, Delivery> overtaken = new ConcurrentHashMap<>();
    private final AtomicInteger generation = new AtomicInteger();

    public CallbackDelivery(
            HttpSender httpSender,
            SimulatorClock clock,
            Timeline timeline,
            Tokens tokens,
            ActiveFaults faults,
            DelayedResponses delayedResponses,
            PendingDeliveries pendingDeliveries) {
        this.httpSender = httpSender;
        this.clock = clock;
        this.timeline = timeline;
        this.tokens = tokens;
        this.faults = faults;
        this.delayedResponses = delayedResponses;
        this.pendingDeliveries = pendingDeliveries;
    }

    /** Sends an event when those before it on the same connection have been tried. */
    public void deliver(Effect.Callback event) {
        Optional<EventFault> matched = faults.ofCallback(event.type(), List.of(event.callId(), event.legId()));
        matched.ifPresent(fault -> DeliveryTimeline.noteFault(timeline, clock, event.callId(), event.type(), fault));
        EventFault fault = matched.orElse(NO_FAULT);
        if (fault.dropped()) {
            return;
        }
        String id = UUID.randomUUID().toString();
        byte[] body = Json.write(EventJson.callback(event, id));
        Post post = new Post(event.callId(), "service", event.type(), id, event.destination(), body);
        Optional<PendingDeliveries.Pending> pending = pendingDeliveries.begin(fault.duplicate(), post.size());
        if (pending.isEmpty()) {
            DeliveryTimeline.noteOverflow(timeline, clock, post);
            return;
        }
        Delivery delivery = new Delivery(event, post, fault, generation.get(), pending.get());
        Delivery earlier = overtaken.remove(event.legId());
        if (fault.reordered() && earlier == null) {
            holdBack(delivery);
            return;
        }
        queue(delivery);
        if (earlier != null) {
            queue(earlier);
        }
    }

    /** Completes when each event so far has been tried once. */
    public Future<Void> tried() {
        return Future.join(List.copyOf(tails.values())).mapEmpty();
    }

    /** Gives up what has not been delivered. */
    public void reset() {
        generation.incrementAndGet();
        pendingDeliveries.reset();
        tails.clear();
        overtaken.clear();
    }

    private void holdBack(Delivery delivery) {
        String leg = delivery.event().legId();
        overtaken.put(leg, delivery);
        clock.schedule(REORDER_TIMEOUT, () -> {
            if (overtaken.remove(leg, delivery)) {
                queue(delivery);
            }
        });
    }

    private void queue(Delivery delivery) {
        Effect.Callback event = delivery.event();
        Promise<Void> tried = Promise.promise();
        Future<Void> before = tails.put(event.legId(), tried.future());
        tried.future().onComplete(done -> tails.remove(event.legId(), tried.future()));
        (before == null ? Future.<Void>succeededFuture() : before).onComplete(ready -> {
            if (isStale(delivery)) {
                tried.complete();
            } else {
                send(delivery).onComplete(done -> {
                    delayedResponses.sent(List.of(event.callId(), event.legId()), event.type());
                    tried.complete();
                });
            }
        });
    }

    private Future<HttpSender.Answer> send(Delivery delivery) {
        Promise<Void> due = Promise.promise();
        if (delivery.fault().delayMillis() == 0) {
            due.complete();
        } else {
            clock.schedule(Duration.ofMillis(delivery.fault().delayMillis()), due::complete);
        }
        return due.future().compose(now -> {
            DeliveryTimeline.announce(timeline, delivery.event(), delivery.post());
            return copies(delivery, delivery.fault().duplicate());
        });
    }

    /** One after another, whatever is answered. */
    private Future<HttpSender.Answer> copies(Delivery delivery, int left) {
        Future<HttpSender.Answer> first = attempt(delivery, 1);
        return left == 1 ? first : first.transform(any -> copies(delivery, left - 1));
    }

    private Future<HttpSender.Answer> attempt(Delivery delivery, int attempt) {
        Post post = delivery.post();
        pendingDeliveries.attemptBegins();
        Future<Map<String, String>> headers = headers(delivery.fault().token());
        return headers.compose(ready -> httpSender.post(post.destination(), ready, post.body()))
                .onComplete(answer ->
                        finish(delivery, headers.succeeded() ? post.with(headers.result()) : post, attempt, answer))
                .onComplete(done -> pendingDeliveries.attemptEnds());
    }

    private Future<Map<String, String>> headers(TokenFlaw flaw) {
        if (flaw == TokenFlaw.NONE) {
            return Future.succeededFuture(CONTENT);
        }
        return (flaw == null ? tokens.forCallback() : tokens.forCallback(flaw))
                .map(token -> Map.of("Content-Type", "application/json", "Authorization", token));
    }

    private void finish(Delivery delivery, Post post, int attempt, AsyncResult<HttpSender.Answer> answer) {
        if (isStale(delivery)) {
            return;
        }
        boolean again = answer.failed() || answer.result().status() >= 500;
        Optional<Duration> pause = again ? Backoff.CALLBACKS.after(attempt) : Optional.empty();
        boolean failed = again || answer.result().status() >= 300;
        DeliveryTimeline.note(timeline, clock, post, attempt, answer, failed, pause);
        if (pause.isEmpty()) {
            delivery.pending().end();
            return;
        }
        clock.schedule(pause.get(), () -> {
            if (!isStale(delivery)) {
                attempt(delivery, attempt + 1);
            }
        });
    }

    private boolean isStale(Delivery delivery) {
        return delivery.generation() != generation.get();
    }

    /** An event on its way; of an older generation when the simulator was reset meanwhile. */
    private record Delivery(
            Effect.Callback event, Post post, EventFault fault, int generation, PendingDeliveries.Pending pending) {}
}
