package dev.callautomation.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import dev.callautomation.simulator.auth.Tokens;
import dev.callautomation.simulator.delivery.CallbackDelivery;
import dev.callautomation.simulator.delivery.EventGridDelivery;
import dev.callautomation.simulator.delivery.Poster;
import dev.callautomation.simulator.delivery.SoundFiles;
import dev.callautomation.simulator.engine.Command;
import dev.callautomation.simulator.engine.Effect;
import dev.callautomation.simulator.fault.Faults;
import dev.callautomation.simulator.fault.HeldAnswers;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.recording.FileNews;
import dev.callautomation.simulator.streaming.Streams;
import dev.callautomation.simulator.switchboard.SimulatorClock;
import dev.callautomation.simulator.timeline.Timeline;

/** Carries out what the engine wants done: all that reaches out to applications, subscribers, files and streams. */
final class Outside implements AutoCloseable {

    private static final Duration DELIVERY_DEADLINE = Duration.ofSeconds(10);

    private final Poster poster;
    private final CallbackDelivery callbacks;
    private final EventGridDelivery eventGrid;
    private final SoundFiles soundFiles;
    private final Streams streams;
    private final Timeline timeline;
    private final Consumer<Command<?>> engine;
    private volatile URI address;

    /**
     * Makes what reaches out.
     *
     * @param engine runs what has to be told to it
     */
    Outside(
            Vertx vertx,
            SimulatorClock clock,
            Timeline timeline,
            Tokens tokens,
            Faults faults,
            HeldAnswers heldAnswers,
            Consumer<Command<?>> engine) {
        this.poster = new Poster(vertx, DELIVERY_DEADLINE);
        this.callbacks = new CallbackDelivery(poster, clock, timeline, tokens, faults, heldAnswers);
        this.eventGrid = new EventGridDelivery(poster, clock, timeline, tokens, faults);
        this.soundFiles = new SoundFiles(poster);
        this.streams = new Streams(vertx, clock, timeline, tokens, engine);
        this.timeline = timeline;
        this.engine = engine;
    }

    /** Says where the simulator listens; documents of recordings are there. */
    void listensAt(URI uri) {
        address = uri;
    }

    Future<Void> subscribe(EventGridSubscription subscription) {
        return eventGrid.subscribe(subscription);
    }

    void carryOut(Effect effect) {
        if (effect instanceof Effect.Callback callback) {
            callbacks.deliver(callback);
        } else if (effect instanceof Effect.GridEvent event) {
            eventGrid.deliver(event);
        } else if (effect instanceof Effect.Sounds sounds) {
            streams.sounds(sounds);
        } else if (effect instanceof Effect.StreamOpens order) {
            streams.open(order);
        } else if (effect instanceof Effect.StreamChanges change) {
            streams.change(change);
        } else if (effect instanceof Effect.StreamCloses order) {
            streams.close(order);
        } else if (effect instanceof Effect.FileReady ready) {
            eventGrid.deliver(FileNews.of(ready, address));
        } else if (effect instanceof Effect.Fetch fetch) {
            soundFiles
                    .look(fetch.uri())
                    .onSuccess(sound -> engine.accept(fetch.then().apply(sound)));
        } else if (effect instanceof Effect.Note note) {
            timeline.add(note.entry());
        }
    }

    /** Gives up what is on its way; subscriptions stay. */
    void reset() {
        callbacks.reset();
        eventGrid.reset();
        streams.reset();
    }

    @Override
    public void close() {
        reset();
        streams.close();
        poster.close();
    }
}
