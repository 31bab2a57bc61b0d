package dev.callautomation.camel.internal.server;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

import dev.callautomation.camel.internal.ingress.DeliveryLimits;

/** A connection that is closed if the head of a request is not completed in time. Used on its event loop. */
final class LimitedConnection extends ChannelInboundHandlerAdapter {

    private static final long NEVER = 0;
    private static final long START = System.nanoTime();

    private static final AttributeKey<LimitedConnection> KEY = AttributeKey.valueOf(LimitedConnection.class, "of");

    private final Channel channel;
    private final ConnectionLimits all;
    private final DeliveryLimits limits;
    private int requests;
    private boolean released;
    private volatile boolean waiting = true;
    private volatile long since = nanos();
    private volatile HttpServerRequest request;
    private Future<?> deadline;
    private String reason;
    /** When the connection is to be closed, and when that is looked at, in milliseconds of {@link #now}. */
    private long expiry = NEVER;

    private long due;

    LimitedConnection(Channel channel, ConnectionLimits all, DeliveryLimits limits) {
        this.channel = channel;
        this.all = all;
        this.limits = limits;
        channel.attr(KEY).set(this);
    }

    /** Handler of all requests, whose heads are complete. */
    static void observe(RoutingContext routing) {
        if (routing.request().connection() instanceof ConnectionBase base) {
            LimitedConnection connection = base.channel().attr(KEY).get();
            if (connection != null) {
                connection.begin(routing.request());
                routing.addEndHandler(ended -> connection.end());
            }
        }
        routing.next();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        expect(limits.headTimeout(), "The head of the first request takes too long");
    }

    private void begin(HttpServerRequest next) {
        requests++;
        request = next;
        expiry = NEVER;
        since = nanos();
        waiting = false;
    }

    private void end() {
        requests--;
        if (requests == 0 && channel.isActive() && !released) {
            since = nanos();
            waiting = true;
            expect(limits.idleTimeout(), "The connection is idle");
        }
    }

    /** One task remains scheduled that finds out whether the time is over: a connection has many requests in that time. */
    private void expect(Duration time, String why) {
        reason = why;
        expiry = Math.max(1, now() + time.toMillis());
        if (deadline == null || expiry < due) {
            schedule();
        }
    }

    private void schedule() {
        if (deadline != null) {
            deadline.cancel(false);
        }
        due = expiry;
        deadline = channel.eventLoop().schedule(this::check, Math.max(0, due - now()), TimeUnit.MILLISECONDS);
    }

    private void check() {
        deadline = null;
        if (expiry == NEVER) {
            return;
        }
        if (now() >= expiry) {
            all.expired(this, reason);
        } else {
            schedule();
        }
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(nanos());
    }

    private static long nanos() {
        return System.nanoTime() - START;
    }

    private void cancel() {
        expiry = NEVER;
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    /** Whether it waits for the head of a request. Called on any thread. */
    boolean isWaiting() {
        return waiting;
    }

    /** When the head of its last request was complete or, if it waits, when it began to; to compare. Called on any thread. */
    long since() {
        return since;
    }

    /** Whether the body of a request is not complete. Called on any thread. */
    boolean isReceiving() {
        HttpServerRequest last = request;
        return last != null && !last.isEnded();
    }

    /** Ends the limits of the connection. Called on any thread. */
    void release() {
        channel.eventLoop().execute(() -> {
            released = true;
            cancel();
        });
    }

    void close() {
        channel.close();
    }
}
