package dev.callautomation.simulator.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;

import dev.callautomation.simulator.auth.Tokens;
import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.execution.SimulatorClock;
import dev.callautomation.simulator.fault.ActiveFaults;
import dev.callautomation.simulator.fault.EventFault;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.timeline.Timeline;
import dev.callautomation.simulator.wire.EventJson;

/** Holds the Event Grid subscriptions and delivers to those that want an event. */
public final class EventGridDelivery {

    private static final String NAME = "event grid";

    private final HttpSender httpSender;
    private final SimulatorClock clock;
    private final Timeline timeline;
    private final Tokens tokens;
    private final ActiveFaults faults;
    private final List<EventGridSubscription> subscriptions = new CopyOnWriteArrayList<>();
    private final AtomicInteger generation = new AtomicInteger();

    public EventGridDelivery(
            HttpSender httpSender, SimulatorClock clock, Timeline timeline, Tokens tokens, ActiveFaults faults) {
        this.httpSender = httpSender;
        this.clock = clock;
        this.timeline = timeline;
        this.tokens = tokens;
        this.faults = faults;
    }

    /** Performs the validation handshake; fails with an {@link IllegalStateException} that holds the reason. */
    public Future<Void> subscribe(EventGridSubscription subscription) {
        return EventGridFormat.of(subscription.schema())
                .handshake(sender(subscription), subscription.endpoint())
                .onSuccess(done -> {
                    subscriptions.removeIf(old -> old.endpoint().equals(subscription.endpoint()));
                    subscriptions.add(subscription);
                });
    }

    /** Ends the subscription of an endpoint; what is being delivered to it is not sent again. */
    public void unsubscribe(URI endpoint) {
        subscriptions.removeIf(subscription -> subscription.endpoint().equals(endpoint));
    }

    /** All subscriptions. */
    public List<EventGridSubscription> subscriptions() {
        return List.copyOf(subscriptions);
    }

    /** Sends an event to every subscription that wants it. */
    public void deliver(Effect.GridEvent event) {
        String type = EventJson.TYPE_PREFIX + event.type();
        List<EventGridSubscription> interested =
                subscriptions.stream().filter(s -> s.wants(type)).toList();
        if (interested.isEmpty()) {
            noteUndelivered(event);
            return;
        }
        Optional<EventFault> fault = faults.ofGridEvent(event.type(), List.of(event.callId()));
        fault.ifPresent(each -> DeliveryTimeline.noteFault(timeline, clock, event.callId(), event.type(), each));
        if (fault.map(EventFault::dropped).orElse(false)) {
            return;
        }
        long delay = fault.map(EventFault::delayMillis).orElse(0L);
        int copies = fault.map(EventFault::duplicate).orElse(1);
        if (delay == 0) {
            send(event, interested, copies);
        } else {
            clock.schedule(Duration.ofMillis(delay), () -> send(event, interested, copies));
        }
    }

    private void send(Effect.GridEvent event, List<EventGridSubscription> interested, int copies) {
        note(event, "application", event.type());
        String id = UUID.randomUUID().toString();
        int born = generation.get();
        for (int copy = 0; copy < copies; copy++) {
            interested.forEach(subscription -> attempt(new Delivery(subscription, event, id, born), 1));
        }
    }

    /** An incoming call without a subscription is most likely a mistake in the configuration. */
    private void noteUndelivered(Effect.GridEvent event) {
        if ("IncomingCall".equals(event.type())) {
            note(event, null, event.type() + ": not delivered, no Event Grid subscription matches");
        }
    }

    private void note(Effect.GridEvent event, String to, String text) {
        timeline.add(new TimelineEntry(
                event.callId(), event.time(), TimelineEntry.Kind.EVENT, NAME, to, text, Map.of("event", event.type())));
    }

    /** Gives up what has not been delivered; subscriptions stay. */
    public void reset() {
        generation.incrementAndGet();
    }

    private void attempt(Delivery delivery, int attempt) {
        EventGridFormat format = EventGridFormat.of(delivery.subscription().schema());
        sender(delivery.subscription())
                .post(
                        delivery.subscription().endpoint(),
                        format.headers(attempt),
                        format.body(delivery.event(), delivery.id()))
                .onComplete(answer -> finish(delivery, attempt, answer));
    }

    private RequestSender sender(EventGridSubscription subscription) {
        return subscription.entra() == null
                ? httpSender
                : httpSender.authorizedBy(() -> tokens.forEventGrid(subscription.entra()));
    }

    private void finish(Delivery delivery, int attempt, AsyncResult<HttpSender.Answer> answer) {
        if (delivery.generation() != generation.get()) {
            return;
        }
        // Event Grid takes 200 to 204 for success and nothing else
        boolean delivered = answer.succeeded()
                && answer.result().status() >= 200
                && answer.result().status() <= 204;
        Optional<Duration> pause = delivered ? Optional.empty() : Backoff.EVENT_GRID.after(attempt);
        Effect.GridEvent event = delivery.event();
        DeliveryTimeline.note(timeline, clock, event.callId(), NAME, event.type(), attempt, answer, pause);
        pause.ifPresent(wait -> clock.schedule(wait, () -> attempt(delivery, attempt + 1)));
    }

    /** An event on its way; of an older generation when the simulator was reset meanwhile. */
    private record Delivery(EventGridSubscription subscription, Effect.GridEvent event, String id, int generation) {}
}
