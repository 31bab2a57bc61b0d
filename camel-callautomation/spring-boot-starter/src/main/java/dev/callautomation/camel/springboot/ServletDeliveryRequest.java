package dev.callautomation.camel.springboot;

import java.io.IOException;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
 * An asynchronous request to a servlet container. It holds a thread neither while it is authenticated, nor while its body
 * arrives, nor while its response is sent. No lock is held when the container is called, which has locks of its own.
 */
final class ServletDeliveryRequest implements DeliveryRequest, AsyncListener {

    /** How long a peer may take to receive the response. */
    private static final long SENDING_MILLIS = 10_000;

    /** For what is done besides that which has limits, such as the fetching of keys. */
    private static final long MARGIN_MILLIS = 15_000;

    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private final HttpServletResponse response;
    private final AsyncContext async;
    private final ContainerConnection connection;
    private final ScheduledExecutorService timer;
    private final DeliveryHead head;
    private final RequestBody body;
    private final boolean persistent;
    private final AtomicBoolean responded = new AtomicBoolean();
    private final AtomicBoolean completed = new AtomicBoolean();
    private volatile boolean sent;
    private volatile Future<?> deadline;

    private ServletDeliveryRequest(
            HttpServletRequest request, HttpServletResponse response, ScheduledExecutorService timer)
            throws IOException {
        this.response = response;
        this.timer = timer;
        this.connection = ContainerConnection.of(request);
        this.head = new DeliveryHead(
                request.getMethod(), headers(request), request.getQueryString(), request.getContentLengthLong());
        this.persistent = request.getProtocol().startsWith("HTTP/1");
        this.body = new RequestBody(request, this::bodyEnded, this::aborted);
        this.async = request.startAsync(request, response);
    }

    /** Makes the request asynchronous. Called by its thread. */
    static ServletDeliveryRequest of(
            HttpServletRequest request,
            HttpServletResponse response,
            DeliveryLimits limits,
            ScheduledExecutorService timer)
            throws IOException {
        ServletDeliveryRequest asynchronous = new ServletDeliveryRequest(request, response, timer);
        asynchronous.async.setTimeout(
                limits.bodyTimeout().plus(limits.responseTimeout()).toMillis() + MARGIN_MILLIS);
        asynchronous.async.addListener(asynchronous);
        return asynchronous;
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            for (String value : Collections.list(request.getHeaders(name))) {
                all.add(new SimpleEntry<>(name, value));
            }
        }
        return DeliveryHead.byName(all);
    }

    @Override
    public DeliveryHead head() {
        return head;
    }

    @Override
    public void read(BodyReceiver receiver) {
        if (body.continueExpected()) {
            connection.sendContinue();
        }
        body.read(receiver);
    }

    @Override
    public void respond(DeliveryResponse answer) {
        if (completed.get() || !responded.compareAndSet(false, true)) {
            return;
        }
        boolean rest = !body.ended();
        try {
            response.setStatus(answer.status());
            answer.headers().forEach(response::setHeader);
            // a sender that is refused does not get to send more on this connection
            if (persistent && (rest || answer.status() >= CLIENT_ERROR && answer.status() < SERVER_ERROR)) {
                response.setHeader("Connection", "close");
            }
            response.setContentLength(answer.body().length);
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
        try {
            async.complete();
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
