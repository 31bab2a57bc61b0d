package dev.callautomation.simulator.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.simulator.control.StateView;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.timeline.Timeline;
import dev.callautomation.simulator.wire.Json;

/**
 * Pushes what happens to browsers as server-sent events: {@code state}, everything, to a new client; then each
 * {@code entry} of a timeline at once, and {@code phone}, {@code call}, {@code subscription}, {@code faults},
 * {@code clock} and {@code removed} by comparing the state with what was published last. A client that reads too
 * slowly receives {@code reset} instead of what waited for it, and connects again. Memory is bounded by clients, messages
 * that wait and history.
 */
public final class EventFeed implements AutoCloseable {

    private static final int UNAVAILABLE = 503;
    private static final int FORBIDDEN = 403;
    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);

    private final Vertx vertx;
    private final Timeline timeline;
    private final StateView view;
    private final FeedLimits limits;
    private final StateChanges changes;
    private final Comparisons comparisons;
    private final String streamId = UUID.randomUUID().toString().substring(0, 8);
    private final Object comparing = new Object();
    private final FeedHistory history;
    private final Set<FeedClient> clients = new LinkedHashSet<>();
    private long number;
    private AutoCloseable listening;
    private boolean closed;
    private Long heartbeat;
    private Long forgetting;

    public EventFeed(Vertx vertx, Timeline timeline, StateView view) {
        this(vertx, timeline, view, FeedLimits.DEFAULT);
    }

    EventFeed(Vertx vertx, Timeline timeline, StateView view, FeedLimits limits) {
        this.vertx = vertx;
        this.timeline = timeline;
        this.view = view;
        this.limits = limits;
        this.history = new FeedHistory(limits);
        this.changes = new StateChanges(view, (event, data) -> publish(event, FeedMessage.json(data)));
        this.comparisons = new Comparisons(vertx, limits.comparisonMillis(), this::compare);
    }

    /**
     * Answers {@code GET /simulator/events}. The query's {@code call}, the id of a call or of a call connection, limits
     * entries to one call's timeline, an empty one leaves them out. {@code Last-Event-ID} continues when the messages since are still kept.
     */
    public void handle(RoutingContext context) {
        HttpServerResponse response = context.response();
        // frames of other pages could use up the clients; an EventSource never navigates
        if ("navigate".equals(context.request().getHeader("Sec-Fetch-Mode"))) {
            refuse(response, FORBIDDEN, "NotAPage", "This is a stream of events for an EventSource, not a page.");
            return;
        }
        List<String> calls = context.queryParam("call");
        FeedClient client = new FeedClient(
                response,
                vertx.getOrCreateContext(),
                calls.isEmpty() ? null : view.callIdOf(calls.get(0)),
                limits,
                message -> message.text(streamId),
                this::failed);
        if (!add(client)) {
            response.putHeader("Retry-After", "5");
            refuse(
                    response,
                    UNAVAILABLE,
                    "TooManyClients",
                    "At most " + limits.clients() + " pages can be open at once: close one of them.");
            return;
        }
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .closeHandler(any -> remove(client))
                .exceptionHandler(any -> remove(client))
                .write("retry: 1000\n\n");
        if (response.closed()) {
            remove(client);
        }
        String last = context.request().getHeader("Last-Event-ID");
        vertx.executeBlocking(
                        () -> {
                            begin(client, last);
                            return null;
                        },
                        false)
                .onFailure(e -> failed(client, e));
    }

    private static void refuse(HttpServerResponse response, int status, String code, String message) {
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end(Buffer.buffer(Json.writePlain(Json.error(code, message))));
    }

    /** Ends all responses and timers. */
    @Override
    public synchronized void close() {
        closed = true;
        endAll();
        forget();
    }

    /** Those that continue later read the state again: what happens from now on is kept for none. */
    private void forget() {
        if (forgetting != null) {
            vertx.cancelTimer(forgetting);
            forgetting = null;
        }
        history.skipTo(++number);
        if (listening != null) {
            try {
                listening.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            listening = null;
        }
    }

    private synchronized void forgetUnlessConnected() {
        if (clients.isEmpty()) {
            forget();
        }
    }

    private synchronized void endAll() {
        clients.forEach(FeedClient::end);
        clients.clear();
        stop();
    }

    /** A stream with a gap is ended: the browser connects again. */
    private void failed(FeedClient client, Throwable e) {
        LOG.warn("The state cannot be sent to a page, which connects again", e);
        client.end();
        remove(client);
    }

    /** From the first client on entries are kept for those that continue, until some time after the last has left. */
    private synchronized boolean add(FeedClient client) {
        if (closed || clients.size() >= limits.clients()) {
            return false;
        }
        if (forgetting != null) {
            vertx.cancelTimer(forgetting);
            forgetting = null;
        }
        if (listening == null) {
            listening = timeline.listen(this::written);
        }
        return clients.add(client);
    }

    private synchronized void remove(FeedClient client) {
        clients.remove(client);
        if (clients.isEmpty()) {
            stop();
        }
    }

    /** What has changed goes to the others first, so that this client's state and all later messages fit together. */
    private void begin(FeedClient client, String lastEventId) {
        synchronized (comparing) {
            changes.compare();
            // made once, here: the event loop that sends it serves other connections, too
            String state = FeedMessage.json(changes.all());
            synchronized (this) {
                if (!clients.contains(client)) {
                    return;
                }
                List<FeedMessage> missed = after(lastEventId);
                client.begin(missed == null ? List.of(FeedMessage.first(number, state)) : missed);
                comparisons.start();
                if (heartbeat == null) {
                    heartbeat = vertx.setPeriodic(limits.heartbeatMillis(), any -> beat());
                }
            }
        }
    }

    /** The messages after this one, {@code null} when they are not kept any more, or are another stream's. */
    private List<FeedMessage> after(String lastEventId) {
        if (lastEventId == null || !lastEventId.matches(streamId + "-[0-9]{1,18}")) {
            return null;
        }
        return history.after(Long.parseLong(lastEventId.substring(streamId.length() + 1)));
    }

    private void written(TimelineEntry entry) {
        publish(next -> FeedMessage.entry(next, entry, view::entry));
    }

    private void publish(String event, String data) {
        publish(next -> FeedMessage.state(next, event, data));
    }

    private synchronized void publish(LongFunction<FeedMessage> numbered) {
        if (closed) {
            return;
        }
        FeedMessage message = numbered.apply(++number);
        history.add(message);
        clients.forEach(client -> client.offer(message));
    }

    private synchronized void beat() {
        clients.forEach(FeedClient::beat);
    }

    private void compare() {
        try {
            synchronized (comparing) {
                changes.compare();
            }
        } catch (RuntimeException e) {
            LOG.warn("The simulator's state cannot be compared: its pages connect again", e);
            endAll();
        }
    }

    private void stop() {
        comparisons.stop();
        if (heartbeat != null) {
            vertx.cancelTimer(heartbeat);
            heartbeat = null;
        }
        if (forgetting == null && listening != null) {
            forgetting = vertx.setTimer(limits.pauseMillis(), any -> forgetUnlessConnected());
        }
    }
}
