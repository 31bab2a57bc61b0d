package dev.callautomation.simulator.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

import dev.callautomation.simulator.auth.Tokens;
import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.execution.SimulatorClock;
import dev.callautomation.simulator.fault.ActiveFaults;
import dev.callautomation.simulator.fault.EventFault;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.SubscriptionStatus;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.timeline.SentContent;
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
    private final PendingDeliveries pendingDeliveries;
    private final Subscriptions subscriptions;
    private final Handshakes handshakes;
    private final AtomicInteger generation = new AtomicInteger();

    public EventGridDelivery(
            Vertx vertx,
            HttpSender httpSender,
            SimulatorClock clock,
            Timeline timeline,
            Tokens tokens,
            ActiveFaults faults,
            PendingDeliveries pendingDeliveries) {
        this.httpSender = httpSender;
        this.clock = clock;
        this.timeline = timeline;
        this.tokens = tokens;
        this.faults = faults;
        this.pendingDeliveries = pendingDeliveries;
        this.subscriptions = new Subscriptions(clock);
        this.handshakes = new Handshakes(vertx, subscriptions, this::sender, System::nanoTime);
    }

    /** Performs the validation handshake; fails with an {@link IllegalStateException} that holds the reason. */
    public Future<SubscriptionStatus> subscribe(EventGridSubscription subscription) {
        return handshakes.once(subscription);
    }

    /** Repeats the validation handshake until it succeeds; the result is the state after the first attempt. */
    public Future<SubscriptionStatus> subscribeWithRetry(EventGridSubscription subscription) {
        return handshakes.repeatedly(subscription);
    }

    /** Ends the subscription of an endpoint; what is being delivered to it is not sent again. */
    public void unsubscribe(URI endpoint) {
        subscriptions.remove(endpoint);
    }

    /** As {@link #unsubscribe(URI)}, by the id of the subscription; tells whether there was one. */
    public boolean unsubscribe(String id) {
        return subscriptions.remove(id);
    }

    /** All subscriptions with their state, oldest first. */
    public List<SubscriptionStatus> subscriptions() {
        return subscriptions.all();
    }

    /** Calls {@code listener} whenever the state of a subscription changes and after each handshake. */
    public AutoCloseable listen(Consumer<SubscriptionStatus> listener) {
        return subscriptions.listen(listener);
    }

    /** Ends all subscriptions, so that no handshake is repeated. */
    public void close() {
        subscriptions.clear();
    }

    /** Sends an event to every subscription that wants it. */
    public void deliver(Effect.GridEvent event) {
        String type = EventJson.TYPE_PREFIX + event.type();
        List<SubscriptionStatus> interested = subscriptions.interestedIn(type);
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

    private void send(Effect.GridEvent event, List<SubscriptionStatus> interested, int copies) {
        String id = UUID.randomUUID().toString();
        int born = generation.get();
        List<Delivery> deliveries = interested.stream()
                .map(status -> new Delivery(status, post(event, id, status), born, isFailing(status, interested), null))
                .toList();
        // with several subscriptions, in the schema of the first
        note(
                event,
                "application",
                event.type(),
                id,
                new SentContent(deliveries.get(0).post().message(), null));
        for (Delivery delivery : deliveries) {
            Optional<PendingDeliveries.Pending> pending =
                    pendingDeliveries.begin(copies, delivery.post().size());
            if (pending.isEmpty()) {
                DeliveryTimeline.noteOverflow(timeline, clock, delivery.post());
            }
            pending.ifPresent(one -> IntStream.range(0, copies).forEach(copy -> attempt(delivery.counted(one), 1)));
        }
    }

    private static Post post(Effect.GridEvent event, String id, SubscriptionStatus status) {
        EventGridSubscription subscription = status.subscription();
        byte[] body = EventGridFormat.of(subscription.schema()).body(event, id);
        return new Post(event.callId(), NAME, event.type(), id, subscription.endpoint(), body);
    }

    /** Whether failures to deliver to this one tell nothing new, as there is another that works. */
    private static boolean isFailing(SubscriptionStatus status, List<SubscriptionStatus> interested) {
        return status.state() == SubscriptionStatus.State.FAILING
                && interested.stream().anyMatch(other -> other.state() == SubscriptionStatus.State.ACTIVE);
    }

    /** An incoming call without a subscription is most likely a mistake in the configuration. */
    private void noteUndelivered(Effect.GridEvent event) {
        if ("IncomingCall".equals(event.type())) {
            String text = event.type() + ": not delivered, no Event Grid subscription matches";
            note(event, null, text, null, SentContent.NONE);
        }
    }

    private void note(Effect.GridEvent event, String to, String text, String id, SentContent content) {
        Map<String, String> details =
                id == null ? Map.of("event", event.type()) : Map.of("event", event.type(), "eventId", id);
        timeline.add(
                new TimelineEntry(event.callId(), event.time(), TimelineEntry.Kind.EVENT, NAME, to, text, details),
                content);
    }

    /** Gives up what has not been delivered; subscriptions stay. */
    public void reset() {
        generation.incrementAndGet();
    }

    private void attempt(Delivery delivery, int attempt) {
        EventGridSubscription subscription = delivery.status().subscription();
        Map<String, String> headers = EventGridFormat.of(subscription.schema()).headers(attempt);
        Post post = delivery.post().with(headers);
        pendingDeliveries.attemptBegins();
        sender(subscription)
                .post(subscription.endpoint(), headers, post.body())
                .onComplete(answer -> finish(delivery, post, attempt, answer))
                .onComplete(done -> pendingDeliveries.attemptEnds());
    }

    private RequestSender sender(EventGridSubscription subscription) {
        return subscription.entra() == null
                ? httpSender
                : httpSender.authorizedBy(() -> tokens.forEventGrid(subscription.entra()));
    }

    private void finish(Delivery delivery, Post post, int attempt, AsyncResult<HttpSender.Answer> answer) {
        if (delivery.generation() != generation.get()) {
            return;
        }
        // Event Grid takes 200 to 204 for success and nothing else
        boolean delivered = answer.succeeded()
                && answer.result().status() >= 200
                && answer.result().status() <= 204;
        String id = delivery.status().id();
        if (delivered) {
            subscriptions.delivered(id);
        } else {
            subscriptions.undelivered(id, DeliveryTimeline.outcome(answer));
        }
        boolean again = !delivered && subscriptions.find(id).isPresent();
        Optional<Duration> pause = again ? Backoff.EVENT_GRID.after(attempt) : Optional.empty();
        if (delivered || !delivery.quiet()) {
            DeliveryTimeline.note(timeline, clock, post, attempt, answer, !delivered, pause);
        }
        if (pause.isEmpty()) {
            delivery.pending().end();
            return;
        }
        clock.schedule(pause.get(), () -> repeat(delivery, attempt + 1));
    }

    private void repeat(Delivery delivery, int attempt) {
        if (subscriptions.find(delivery.status().id()).isPresent()) {
            attempt(delivery, attempt);
        } else {
            delivery.pending().end();
        }
    }

    /**
     * An event on its way; of an older generation when the simulator was reset meanwhile.
     *
     * @param quiet whether failures are left out of the timeline
     * @param pending {@code null} before it is sent
     */
    private record Delivery(
            SubscriptionStatus status, Post post, int generation, boolean quiet, PendingDeliveries.Pending pending) {

        Delivery counted(PendingDeliveries.Pending as) {
            return new Delivery(status, post, generation, quiet, as);
        }
    }
}
