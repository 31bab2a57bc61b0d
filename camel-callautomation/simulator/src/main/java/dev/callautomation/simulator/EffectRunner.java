package dev.callautomation.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import dev.callautomation.simulator.auth.Tokens;
import dev.callautomation.simulator.delivery.AudioFiles;
import dev.callautomation.simulator.delivery.CallbackDelivery;
import dev.callautomation.simulator.delivery.EventGridDelivery;
import dev.callautomation.simulator.delivery.HttpSender;
import dev.callautomation.simulator.delivery.PendingDeliveries;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.execution.SimulatorClock;
import dev.callautomation.simulator.fault.ActiveFaults;
import dev.callautomation.simulator.fault.DelayedResponses;
import dev.callautomation.simulator.recording.RecordingFileEvent;
import dev.callautomation.simulator.streaming.Streams;
import dev.callautomation.simulator.timeline.Timeline;

/** Runs effects: posts events, fetches files, opens streams and writes the timeline. */
final class EffectRunner implements Effect.Visitor, AutoCloseable {

    private static final Duration DELIVERY_DEADLINE = Duration.ofSeconds(10);

    private final HttpSender httpSender;
    private final CallbackDelivery callbacks;
    private final EventGridDelivery eventGrid;
    private final AudioFiles audioFiles;
    private final Streams streams;
    private final Timeline timeline;
    private final PendingDeliveries pending;
    private final Consumer<Command<?>> engine;
    private volatile URI address;

    /**
     * Makes a runner.
     *
     * @param engine runs the commands that report results to the engine
     */
    EffectRunner(
            Vertx vertx,
            SimulatorClock clock,
            Timeline timeline,
            Tokens tokens,
            ActiveFaults faults,
            DelayedResponses delayedResponses,
            PendingDeliveries pending,
            Consumer<Command<?>> engine) {
        this.httpSender = new HttpSender(vertx, DELIVERY_DEADLINE);
        this.callbacks = new CallbackDelivery(httpSender, clock, timeline, tokens, faults, delayedResponses, pending);
        this.eventGrid = new EventGridDelivery(vertx, httpSender, clock, timeline, tokens, faults, pending);
        this.audioFiles = new AudioFiles(httpSender);
        this.streams = new Streams(vertx, clock, timeline, tokens, engine);
        this.timeline = timeline;
        this.pending = pending;
        this.engine = engine;
    }

    /** Says where the simulator listens; documents of recordings are there. */
    void listensAt(URI uri) {
        address = uri;
    }

    EventGridDelivery eventGrid() {
        return eventGrid;
    }

    void run(Effect effect) {
        effect.accept(this);
    }

    @Override
    public void callback(Effect.Callback callback) {
        callbacks.deliver(callback);
    }

    @Override
    public void gridEvent(Effect.GridEvent event) {
        eventGrid.deliver(event);
    }

    @Override
    public void fetch(Effect.Fetch fetch) {
        pending.attemptBegins();
        audioFiles
                .look(fetch.uri())
                .onSuccess(sound -> engine.accept(fetch.then().apply(sound)))
                .onComplete(done -> pending.attemptEnds());
    }

    @Override
    public void openStream(Effect.OpenStream request) {
        streams.open(request);
    }

    @Override
    public void updateStream(Effect.UpdateStream request) {
        streams.change(request);
    }

    @Override
    public void closeStream(Effect.CloseStream request) {
        streams.close(request);
    }

    @Override
    public void sound(Effect.Sounds sounds) {
        streams.sounds(sounds);
    }

    @Override
    public void fileReady(Effect.FileReady file) {
        eventGrid.deliver(RecordingFileEvent.of(file, address));
    }

    @Override
    public void note(Effect.Note note) {
        timeline.add(note.entry());
    }

    /** Completes when each callback so far has been tried once. */
    Future<Void> callbacksTried() {
        return callbacks.tried();
    }

    /** Cancels deliveries and streams; subscriptions stay. */
    void reset() {
        callbacks.reset();
        eventGrid.reset();
        streams.reset();
    }

    @Override
    public void close() {
        reset();
        eventGrid.close();
        streams.close();
        httpSender.close();
    }
}
