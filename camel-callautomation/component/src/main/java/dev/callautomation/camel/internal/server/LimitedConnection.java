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

    private static final AttributeKey<LimitedConnection> KEY = AttributeKey.valueOf(LimitedConnection.class, "of");

    private final Channel channel;
    private final ConnectionLimits all;
    private final DeliveryLimits limits;
    private int requests;
    private boolean released;
    private volatile HttpServerRequest request;
    private Future<?> deadline;

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
        deadline.cancel(false);
        all.busy(this);
    }

    private void end() {
        requests--;
        if (requests == 0 && channel.isActive() && !released) {
            all.idle(this);
            expect(limits.idleTimeout(), "The connection is idle");
        }
    }

    private void expect(Duration time, String reason) {
        deadline =
                channel.eventLoop().schedule(() -> all.expired(this, reason), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        deadline.cancel(false);
        context.fireChannelInactive();
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
            deadline.cancel(false);
        });
    }

    void close() {
        channel.close();
    }
}
