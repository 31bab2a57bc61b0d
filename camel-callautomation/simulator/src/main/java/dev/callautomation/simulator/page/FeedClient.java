package dev.callautomation.simulator.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;

/** One browser. Messages wait while its connection is full; when too many do, one {@code reset} takes their place. */
final class FeedClient {

    private final HttpServerResponse response;
    private final Context context;
    private final String call;
    private final FeedLimits limits;
    private final Function<FeedMessage, String> format;
    private final BiConsumer<FeedClient, RuntimeException> failed;
    private final Deque<FeedMessage> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private boolean begun;
    private boolean writing;

    /**
     * A client.
     *
     * @param call whose timeline is wanted, empty for none, {@code null} for all
     * @param limits how many messages, and how many bytes of them, may wait
     * @param failed ends this client, which would miss a message
     */
    FeedClient(
            HttpServerResponse response,
            Context context,
            String call,
            FeedLimits limits,
            Function<FeedMessage, String> format,
            BiConsumer<FeedClient, RuntimeException> failed) {
        this.response = response;
        this.context = context;
        this.call = call;
        this.limits = limits;
        this.format = format;
        this.failed = failed;
    }

    /** Sends these first; messages before that are not for this client. */
    synchronized void begin(List<FeedMessage> first) {
        begun = true;
        first.forEach(this::offer);
    }

    /** Takes a message from any thread; never waits. */
    synchronized void offer(FeedMessage message) {
        if (!begun || message.callId() != null && call != null && !call.equals(message.callId())) {
            return;
        }
        if (waiting.size() >= limits.waiting() || waitingBytes > limits.bytes()) {
            clear();
            waiting.add(FeedMessage.reset(message.number()));
        } else {
            waiting.add(message);
            waitingBytes += message.size();
        }
        if (!writing) {
            writing = true;
            context.runOnContext(any -> write());
        }
    }

    /** Sends a comment, by which a browser and proxies see that the connection lives. */
    void beat() {
        context.runOnContext(any -> {
            if (isOpen() && !response.writeQueueFull()) {
                response.write(":\n\n");
            }
        });
    }

    void end() {
        context.runOnContext(any -> {
            if (isOpen()) {
                response.end();
            }
        });
    }

    private boolean isOpen() {
        return !response.ended() && !response.closed();
    }

    private void write() {
        while (isOpen()) {
            if (response.writeQueueFull()) {
                response.drainHandler(any -> write());
                return;
            }
            FeedMessage next = next();
            if (next == null) {
                return;
            }
            String text;
            try {
                text = format.apply(next);
            } catch (RuntimeException e) {
                stopWriting();
                failed.accept(this, e);
                return;
            }
            response.write(text);
        }
    }

    private synchronized void stopWriting() {
        begun = false;
        writing = false;
        clear();
    }

    private void clear() {
        waiting.clear();
        waitingBytes = 0;
    }

    private synchronized FeedMessage next() {
        FeedMessage next = waiting.poll();
        writing = next != null;
        waitingBytes = waiting.isEmpty() ? 0 : waitingBytes - next.size();
        return next;
    }
}
