package dev.callautomation.camel.springboot;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import dev.callautomation.camel.internal.ingress.BodyReceiver;
import dev.callautomation.camel.internal.ingress.DeliveryHead;
import dev.callautomation.camel.internal.ingress.DeliveryLimits;
import dev.callautomation.camel.internal.ingress.DeliveryRequest;
import dev.callautomation.camel.internal.ingress.DeliveryResponse;

/**
 * A request to a servlet container. One whose body has arrived with its head, and that is responded to at once, is handled by
 * the thread of the container, without what asynchronous requests cost: half of the time that is spent in the container. All
 * others are asynchronous: they hold a thread neither while they are authenticated, nor while the body arrives, nor while the
 * response is sent. No lock is held when the container is called, which has locks of its own.
 */
final class ServletDeliveryRequest implements DeliveryRequest, AsyncListener {

    /** How long a peer may take to receive the response. */
    private static final long SENDING_MILLIS = 10_000;

    /** For what is done besides that which has limits, such as the fetching of keys. */
    private static final long MARGIN_MILLIS = 15_000;

    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final ContainerConnection connection;
    private final DeliveryLimits limits;
    private final ScheduledExecutorService timer;
    private final DeliveryHead head;
    private final RequestBody body;
    private final boolean persistent;
    private final RequestThread thread = new RequestThread();
    private final AtomicBoolean responded = new AtomicBoolean();
    private final AtomicBoolean completed = new AtomicBoolean();

    /** {@code null} while the request is not asynchronous. */
    private volatile AsyncContext async;

    private volatile boolean sent;
    private volatile Future<?> deadline;

    /** Called by the thread of the container. */
    ServletDeliveryRequest(
            HttpServletRequest request,
            HttpServletResponse response,
            DeliveryLimits limits,
            ScheduledExecutorService timer)
            throws IOException {
        this.request = request;
        this.response = response;
        this.limits = limits;
        this.timer = timer;
        this.connection = ContainerConnection.of(request);
        this.head = new DeliveryHead(
                request.getMethod(),
                RequestHeaders.of(request),
                request.getQueryString(),
                request.getContentLengthLong());
        this.persistent = request.getProtocol().startsWith("HTTP/1");
        this.body = new RequestBody(request, connection, this::bodyEnded, this::aborted);
    }

    @Override
    public DeliveryHead head() {
        return head;
    }

    @Override
    public boolean mayProcessHere() {
        return thread.isCurrent();
    }

    @Override
    public void read(BodyReceiver receiver) {
        read(receiver, () -> {});
    }

    @Override
    public void read(BodyReceiver receiver, Runnable beforeWaiting) {
        if (thread.isCurrent()) {
            readHere(receiver, beforeWaiting);
        } else {
            thread.execute(() -> readHere(receiver, beforeWaiting));
        }
    }

    private void readHere(BodyReceiver receiver, Runnable beforeWaiting) {
        try {
            if (async == null && body.readAvailable(receiver)) {
                return;
            }
        } catch (IOException e) {
            startAsync();
            aborted();
            return;
        }
        beforeWaiting.run();
        startAsync();
        if (body.continueExpected()) {
            connection.sendContinue();
        }
        body.read(receiver);
    }

    @Override
    public void respond(DeliveryResponse answer) {
        if (!completed.get() && responded.compareAndSet(false, true)) {
            thread.execute(() -> send(answer));
        }
    }

    /** The thread of the container leaves the filter. */
    void leave() {
        thread.leave(() -> {
            if (!completed.get()) {
                startAsync();
            }
        });
    }

    private void startAsync() {
        if (async == null) {
            AsyncContext started = request.startAsync(request, response);
            started.setTimeout(
                    limits.bodyTimeout().plus(limits.responseTimeout()).toMillis() + MARGIN_MILLIS);
            started.addListener(this);
            async = started;
        }
    }

    private void send(DeliveryResponse answer) {
        boolean rest = !body.ended();
        try {
            response.setStatus(answer.status());
            answer.headers().forEach(response::setHeader);
            // a sender that is refused does not get to send more on this connection
            if (persistent && (rest || answer.status() >= CLIENT_ERROR && answer.status() < SERVER_ERROR)) {
                response.setHeader("Connection", "close");
            }
            response.setContentLength(answer.body().length);
            if (!rest && thread.isCurrent() && connection.sendAtOnce(response, answer.body())) {
                complete();
                return;
            }
            startAsync();
            deadline = timer.schedule(this::expire, rest ? DISCARDING_MILLIS : SENDING_MILLIS, TimeUnit.MILLISECONDS);
            response.getOutputStream()
                    .setWriteListener(
                            new ResponseBody(response.getOutputStream(), answer.body(), this::sent, this::aborted));
        } catch (IOException | IllegalStateException | RejectedExecutionException e) {
            // the connection has gone, or the application ends
            aborted();
        }
    }

    private void sent() {
        sent = true;
        if (body.ended() || !body.discard()) {
            complete();
        }
    }

    private void bodyEnded() {
        if (sent) {
            complete();
        }
    }

    /** The peer does not send, or receive, the rest in time. */
    private void expire() {
        if (sent) {
            complete();
        } else if (!completed.get()) {
            connection.abort(this::complete);
        }
    }

    /** The connection is not usable any more. */
    private void aborted() {
        body.abort();
        complete();
    }

    private void complete() {
        if (!completed.compareAndSet(false, true)) {
            return;
        }
        cancelDeadline();
        if (body.ended()) {
            completeNow();
        } else {
            connection.ignoreRest(this::completeNow);
        }
    }

    private void completeNow() {
        AsyncContext started = async;
        if (started == null) {
            return;
        }
        try {
            started.complete();
        } catch (IllegalStateException e) {
            // the container has completed it already
        }
    }

    private void cancelDeadline() {
        Future<?> task = deadline;
        if (task != null) {
            task.cancel(false);
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        completed.set(true);
        cancelDeadline();
        body.abort();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        aborted();
    }

    @Override
    public void onError(AsyncEvent event) {
        aborted();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // is not started again
    }
}
