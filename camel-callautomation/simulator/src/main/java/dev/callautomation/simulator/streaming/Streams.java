package dev.callautomation.simulator.streaming;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.simulator.auth.Tokens;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.engine.command.stream.StreamConnected;
import dev.callautomation.simulator.engine.command.stream.StreamFailed;
import dev.callautomation.simulator.engine.command.stream.StreamedAudio;
import dev.callautomation.simulator.engine.stream.StreamError;
import dev.callautomation.simulator.engine.stream.StreamKind;
import dev.callautomation.simulator.engine.stream.StreamSetup;
import dev.callautomation.simulator.execution.SimulatorClock;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.timeline.Timeline;

/** Runs the effects of streams and reports their connections to the engine. */
public final class Streams implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(5);
    private static final int CLOSE_DEADLINE_SECONDS = 2;

    /** Characters of a frame the application sends: more than a minute of sound. */
    private static final int LARGEST_FRAME = 4 * 1024 * 1024;

    private final WebSocketClient client;
    private final SimulatorClock clock;
    private final Timeline timeline;
    private final Tokens tokens;
    private final Consumer<Command<?>> engine;
    private final Map<String, StreamConnection> connections = new ConcurrentHashMap<>();

    /**
     * Makes a manager without streams.
     *
     * @param engine runs the commands that report results to the engine
     */
    public Streams(Vertx vertx, SimulatorClock clock, Timeline timeline, Tokens tokens, Consumer<Command<?>> engine) {
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setConnectTimeout((int) CONNECT_DEADLINE.toMillis())
                .setClosingTimeout(CLOSE_DEADLINE_SECONDS)
                .setMaxFrameSize(LARGEST_FRAME)
                .setMaxMessageSize(LARGEST_FRAME));
        this.clock = clock;
        this.timeline = timeline;
        this.tokens = tokens;
        this.engine = engine;
    }

    /** Makes a connection. */
    public void open(Effect.OpenStream order) {
        String id = order.stream().id();
        StreamConnection connection =
                new StreamConnection(order.legId(), lost -> broken(order, lost, StreamError.INTERRUPTED));
        connections.put(id, connection);
        tokens.forStream()
                .compose(token -> connect(order, token))
                .onFailure(e -> {
                    LOG.debug("A stream could not be connected", e);
                    note(order, "could not be connected");
                    broken(order, connection, StreamError.NOT_CONNECTED);
                })
                .onSuccess(socket -> {
                    if (connection.open(socket, opened -> feed(order, opened))) {
                        note(order, "is connected");
                        engine.accept(new StreamConnected(order.legId(), order.stream()));
                    }
                });
    }

    /** Applies another setup to an open stream. */
    public void change(Effect.UpdateStream change) {
        StreamConnection connection = connections.get(change.stream().id());
        if (connection != null) {
            connection.changed(change.stream().setup());
        }
    }

    /** Closes a connection, made or not. */
    public void close(Effect.CloseStream order) {
        StreamConnection connection = connections.remove(order.streamId());
        if (connection != null) {
            connection.close();
        }
    }

    /** Lets streams hear something; a connection may have moved to another call since it was opened. */
    public void sounds(Effect.Sounds sounds) {
        connections.values().stream()
                .filter(connection -> sounds.legIds().contains(connection.legId()))
                .forEach(connection -> connection.hears(sounds.soundEvent()));
    }

    /** Closes all connections. */
    public void reset() {
        connections.values().forEach(StreamConnection::close);
        connections.clear();
    }

    @Override
    public void close() {
        reset();
        client.close();
    }

    /** A closed client or an impossible address throws instead of failing; the engine must hear of that, too. */
    private Future<WebSocket> connect(Effect.OpenStream order, String token) {
        String url = order.stream().setup().transportUrl().toString();
        WebSocketConnectOptions options = new WebSocketConnectOptions();
        try {
            options.setTimeout(CONNECT_DEADLINE.toMillis())
                    .setAbsoluteURI(url.substring(0, 3).toLowerCase(Locale.ROOT) + url.substring(3))
                    .putHeader("Authorization", token)
                    .putHeader("x-ms-call-correlation-id", order.correlationId())
                    .putHeader("x-ms-call-connection-id", order.legId());
            return client.connect(options);
        } catch (IllegalStateException | IllegalArgumentException | VertxException e) {
            return Future.failedFuture(e);
        }
    }

    private void broken(Effect.OpenStream order, StreamConnection connection, StreamError why) {
        // not the one that may have taken its place
        connections.remove(order.stream().id(), connection);
        engine.accept(new StreamFailed(order.legId(), order.stream(), why));
    }

    private StreamFeed feed(Effect.OpenStream order, WebSocket socket) {
        FrameSender frameSender = new FrameSender(socket, () -> note(order, "is too slow: frames are left out"));
        if (order.stream().setup() instanceof StreamSetup.Transcription setup) {
            return new TranscriptionFeed(order, setup, clock, frameSender);
        }
        StreamSetup.Audio setup = (StreamSetup.Audio) order.stream().setup();
        Playback playback = new Playback(
                clock,
                setup.rate(),
                length -> engine.accept(new StreamedAudio(order.legId(), length)),
                complaint -> note(order, "makes a mistake: " + complaint));
        return new AudioFeed(order.stream().id(), setup, clock, frameSender, playback);
    }

    private void note(Effect.OpenStream order, String text) {
        StreamKind kind = order.stream().setup().kind();
        timeline.add(new TimelineEntry(
                order.callId(),
                clock.now(),
                TimelineEntry.Kind.DELIVERY,
                "service",
                "application",
                "the receiver of " + kind.member("") + " " + text,
                Map.of(
                        "callConnectionId",
                        order.legId(),
                        "subscriptionId",
                        order.stream().id())));
    }
}
