package dev.callautomation.camel.internal.client;

import java.net.ConnectException;

import io.netty.handler.ssl.SslHandler;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.impl.ConnectionBase;

import dev.callautomation.camel.internal.support.LoopIterations;

/** An exchange with a connection of a pool. */
final class DirectExchange implements HttpExchange {

    private static final String USER_AGENT = "camel-callautomation";

    private final Vertx vertx;
    private final ConnectionPool pool;
    private HttpClientRequest request;
    private boolean aborted;

    DirectExchange(Vertx vertx, ConnectionPool pool) {
        this.vertx = vertx;
        this.pool = pool;
    }

    @Override
    public Future<HttpClientResponse> send(RequestOptions options, byte[] body) {
        return pool.request(options.putHeader(HttpHeaders.USER_AGENT, USER_AGENT), this::isAborted)
                .compose(this::opened)
                .compose(opened -> opened.send(Buffer.buffer(body)))
                .map(HttpClientResponse::pause);
    }

    /**
     * Waits until the event loop has read what has arrived. If the server has sent more than one response to the previous
     * request on this connection, the surplus closes the connection, instead of being taken for the response to this request.
     * If the server has closed the idle connection, the request is not sent, and may be sent on another one.
     */
    private Future<HttpClientRequest> opened(HttpClientRequest opened) {
        synchronized (this) {
            request = opened;
        }
        Promise<HttpClientRequest> ready = Promise.promise();
        opened.exceptionHandler(failure -> ready.tryFail(notSent(failure)));
        Context context = vertx.getOrCreateContext();
        afterRead(context, () -> {
            if (isAborted()) {
                Responses.close(opened);
                ready.tryFail(abortedBefore());
            } else if (isClosedByServer(opened)) {
                Responses.close(opened);
                ready.tryFail(new ConnectException("The connection was closed before the request was sent"));
            } else {
                ready.tryComplete(opened);
            }
        });
        return ready.future();
    }

    /** The end of a TLS session is read one iteration before that of its connection. */
    private static boolean isClosedByServer(HttpClientRequest opened) {
        if (!(opened.connection() instanceof ConnectionBase connection)) {
            return false;
        }
        SslHandler tls = connection.channel().pipeline().get(SslHandler.class);
        return tls != null && tls.engine().isInboundDone();
    }

    private static void afterRead(Context context, Runnable task) {
        // the end of a connection that has been read is a task of the event loop, which the second turn waits for
        LoopIterations.afterNextRead(context, () -> context.runOnContext(second -> task.run()));
    }

    /** It was aborted before it was sent. */
    static ConnectException abortedBefore() {
        return new ConnectException("The request was aborted before it was sent");
    }

    private static ConnectException notSent(Throwable failure) {
        ConnectException closed = new ConnectException("The connection was closed before the request was sent");
        closed.initCause(failure);
        return closed;
    }

    private synchronized boolean isAborted() {
        return aborted;
    }

    @Override
    public void abort() {
        HttpClientRequest opened;
        synchronized (this) {
            aborted = true;
            opened = request;
        }
        if (opened != null) {
            Responses.close(opened);
        }
    }
}
