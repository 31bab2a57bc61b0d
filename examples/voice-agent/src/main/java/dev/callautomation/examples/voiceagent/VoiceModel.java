package dev.callautomation.examples.voiceagent;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicInteger;

import io.undertow.websockets.spi.WebSocketHttpExchange;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import org.apache.camel.Body;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.undertow.UndertowConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.camel.streaming.AudioData;
import dev.callautomation.camel.streaming.StopAudio;

/**
 * A voice model for each call, by a WebSocket with events as those of OpenAI's realtime API. Nothing waits: audio that the model
 * does not read in time is left out, and so is audio that the call does not take.
 */
public final class VoiceModel implements CamelContextAware, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VoiceModel.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_CALLS = 500;
    private static final int MAX_LATENCIES = 1_000;

    /** Bytes that wait for the model: about 2 seconds of audio. */
    private static final int MAX_WAITING = 128 * 1024;

    /** Bytes of samples on the way to a call: about 20 seconds, because models answer faster than they are heard. */
    static final int MAX_UNSENT = 1024 * 1024;

    private static final int LONGEST_EVENT = 1024 * 1024;

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final LinkedBlockingDeque<Duration> latencies = new LinkedBlockingDeque<>(MAX_LATENCIES);
    private CamelContext context;
    private ProducerTemplate template;
    private Vertx vertx;
    private WebSocketClient client;
    private String url;
    private String key;

    /** The connection of a call to its model. */
    private static final class Session {

        private final String connection;
        private final String call;
        private volatile WebSocket socket;
        private volatile boolean closed;
        private volatile long lastFrame;
        private final AtomicInteger unsent = new AtomicInteger();
        private boolean answering;

        private Session(String connection, String call) {
            this.connection = connection;
            this.call = call;
        }
    }

    @Override
    public CamelContext getCamelContext() {
        return context;
    }

    @Override
    public void setCamelContext(CamelContext context) {
        this.context = context;
    }

    /** @param url of the WebSocket: {@code wss}, or {@code ws} on this machine */
    public void setUrl(String url) {
        this.url = url;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public void start() {
        template = context.createProducerTemplate();
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
        client = vertx.createWebSocketClient(
                new WebSocketClientOptions().setConnectTimeout((int) CONNECT_TIMEOUT.toMillis()));
    }

    @Override
    public void close() {
        if (vertx != null) {
            sessions.clear();
            vertx.close();
            template.stop();
        }
    }

    /** A call has connected its audio. */
    public void open(
            @Header(UndertowConstants.CONNECTION_KEY) String connection,
            @Header(UndertowConstants.EXCHANGE) WebSocketHttpExchange upgrade) {
        Session session = new Session(connection, upgrade.getRequestHeader("x-ms-call-connection-id"));
        if (sessions.size() >= MAX_CALLS) {
            lost(session, "too many calls");
            return;
        }
        sessions.put(connection, session);
        WebSocketConnectOptions options =
                new WebSocketConnectOptions().setAbsoluteURI(url).putHeader("Authorization", "Bearer " + key);
        client.connect(options)
                .onSuccess(socket -> connected(session, socket))
                .onFailure(failure -> lost(session, failure.getClass().getSimpleName()));
    }

    private void connected(Session session, WebSocket socket) {
        socket.setWriteQueueMaxSize(MAX_WAITING);
        socket.textMessageHandler(text -> received(session, text));
        socket.closeHandler(end -> lost(session, "its connection was closed with status " + socket.closeStatusCode()));
        socket.exceptionHandler(failure -> LOG.debug("Connection to the voice model", failure));
        // in this order, because end() reads them in the other
        session.socket = socket;
        if (session.closed) {
            socket.close();
        }
    }

    /** A frame of the caller. */
    public void hear(@Header(UndertowConstants.CONNECTION_KEY) String connection, @Body AudioData frame) {
        Session session = sessions.get(connection);
        WebSocket socket = session == null ? null : session.socket;
        if (socket != null && !socket.isClosed() && !socket.writeQueueFull()) {
            byte[] samples = new byte[frame.data().remaining()];
            frame.data().duplicate().get(samples);
            session.lastFrame = System.nanoTime();
            socket.writeTextMessage("{\"type\":\"input_audio_buffer.append\",\"audio\":\""
                    + Base64.getEncoder().encodeToString(samples) + "\"}");
        }
    }

    /** The call has closed its audio. */
    public void end(@Header(UndertowConstants.CONNECTION_KEY) String connection) {
        Session session = sessions.remove(connection);
        if (session != null) {
            session.closed = true;
            if (session.socket != null) {
                session.socket.close();
            }
        }
    }

    /** Runs on the event loop of the connection, one event after the other. */
    private void received(Session session, String text) {
        if (text.length() > LONGEST_EVENT || session.closed) {
            return;
        }
        try {
            JsonObject event = new JsonObject(text);
            String type = event.getString("type", "");
            if (type.endsWith("audio.delta")) {
                byte[] samples = Base64.getDecoder().decode(event.getString("delta", ""));
                if (session.unsent.get() + samples.length <= MAX_UNSENT) {
                    toCaller(session, AudioData.of(samples), samples.length);
                    session.answering = true;
                }
            } else if (type.equals("input_audio_buffer.speech_started")) {
                // the caller speaks: what the model has said is not played any more
                session.answering = false;
                toCaller(session, new StopAudio(), 0);
            } else if (type.equals("response.done")) {
                session.answering = false;
            }
        } catch (DecodeException | IllegalArgumentException | ClassCastException e) {
            LOG.warn("Call {}: an event of the voice model cannot be read", session.call);
        }
    }

    /** Only puts it into a queue, with the time of the last frame of the caller if an answer begins. */
    private void toCaller(Session session, Object frame, int bytes) {
        session.unsent.addAndGet(bytes);
        Exchange sent = template.send("seda:to-caller?size=1000000", exchange -> {
            exchange.getMessage().setBody(frame);
            exchange.getMessage().setHeader(UndertowConstants.CONNECTION_KEY, session.connection);
            exchange.getMessage().setHeader("FrameBytes", bytes);
            if (bytes > 0 && !session.answering) {
                exchange.getMessage().setHeader("FrameIn", session.lastFrame);
            }
        });
        if (sent.isFailed()) {
            session.unsent.addAndGet(-bytes);
        }
    }

    /** A frame has been sent, or cannot be. */
    public void completed(
            @Header(UndertowConstants.CONNECTION_KEY) String connection, @Header("FrameBytes") int bytes) {
        Session session = sessions.get(connection);
        if (session != null) {
            session.unsent.addAndGet(-bytes);
        }
    }

    /** The first frame of an answer has been sent. */
    public void sent(@Header("FrameIn") Long since) {
        if (since != null) {
            latencies.offer(Duration.ofNanos(System.nanoTime() - since));
        }
    }

    /** Times from the last frame of a caller to the first frame of the answer. */
    public List<Duration> latencies() {
        return List.copyOf(latencies);
    }

    /** The model of a call cannot be used, or any more. */
    private void lost(Session session, String reason) {
        sessions.remove(session.connection, session);
        if (!session.closed && !context.isStopping()) {
            session.closed = true;
            LOG.warn("Call {}: no voice model, {}", session.call, reason);
            template.send("seda:no-voice-model?size=5000&discardWhenFull=true", exchange -> exchange.getMessage()
                    .setHeader(CallAutomationConstants.CALL_CONNECTION_ID, session.call));
        }
    }
}
