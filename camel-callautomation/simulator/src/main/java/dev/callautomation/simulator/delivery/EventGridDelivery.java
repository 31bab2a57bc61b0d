package dev.callautomation.simulator.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;

import dev.callautomation.simulator.engine.Effect;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.switchboard.SimulatorClock;
import dev.callautomation.simulator.timeline.Timeline;
import dev.callautomation.simulator.wire.EventJson;

/** Holds the Event Grid subscriptions and delivers to those that want an event. */
public final class EventGridDelivery {

    private static final String NAME = "event grid";

    private final Poster poster;
    private final SimulatorClock clock;
    private final Timeline timeline;
    private final List<EventGridSubscription> subscriptions = new CopyOnWriteArrayList<>();

    public EventGridDelivery(Poster poster, SimulatorClock clock, Timeline timeline) {
        this.poster = poster;
        this.clock = clock;
        this.timeline = timeline;
    }

    /** Performs the validation handshake; fails with an {@link IllegalStateException} that holds the reason. */
    public Future<Void> subscribe(EventGridSubscription subscription) {
        return EventGridFormat.of(subscription.schema())
                .handshake(poster, subscription.endpoint())
                .onSuccess(done -> {
                    subscriptions.removeIf(old -> old.endpoint().equals(subscription.endpoint()));
                    subscriptions.add(subscription);
                });
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
        String to = interested.isEmpty() ? null : "application";
        String text = interested.isEmpty()
                ? event.type() + ": nobody is told, no Event Grid subscription wants it"
                : event.type();
        timeline.add(new TimelineEntry(
                event.callId(), event.time(), TimelineEntry.Kind.EVENT, NAME, to, text, Map.of("event", event.type())));
        String id = UUID.randomUUID().toString();
        interested.forEach(subscription -> attempt(subscription, event, id, 1));
    }

    private void attempt(EventGridSubscription subscription, Effect.GridEvent event, String id, int attempt) {
        EventGridFormat format = EventGridFormat.of(subscription.schema());
        poster.post(subscription.endpoint(), format.headers(attempt), format.body(event, id))
                .onComplete(answer -> finish(subscription, event, id, attempt, answer));
    }

    private void finish(
            EventGridSubscription subscription,
            Effect.GridEvent event,
            String id,
            int attempt,
            AsyncResult<Poster.Answer> answer) {
        // Event Grid takes 200 to 204 for success and nothing else
        boolean delivered = answer.succeeded()
                && answer.result().status() >= 200
                && answer.result().status() <= 204;
        Optional<Duration> pause = delivered ? Optional.empty() : Backoff.EVENT_GRID.after(attempt);
        Deliveries.note(timeline, clock, event.callId(), NAME, event.type(), attempt, answer, pause);
        pause.ifPresent(wait -> clock.schedule(wait, () -> attempt(subscription, event, id, attempt + 1)));
    }
}
