package dev.callautomation.camel.internal.ingress;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.internal.security.AuthenticationResult;
import dev.callautomation.camel.internal.security.DeliveryAuthenticator;
import dev.callautomation.camel.internal.security.RefusalKind;

/**
 * Handles the HTTP requests of the service: the head first, by which the sender is authenticated, and the body after that.
 * Nothing of it blocks the thread of the server.
 */
public final class DeliveryHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryHandler.class);
    private static final String METHODS = "POST, OPTIONS";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,253}");
    private static final String NOT_AUTHENTICATED = "The request cannot be authenticated now";
    private static final String NOT_PROCESSED = "The request cannot be processed now";
    private static final int NOT_ALLOWED = 405;

    private final String path;
    private final Supplier<DeliveryAuthenticator> authenticator;
    private final DeliveryProcessor processor;
    private final DeliveryLimits limits;
    private final Executor executor;
    private final ScheduledExecutorService timer;
    private final ByteBudget budget;
    private final Refusals refusals = new Refusals();
    private final boolean subPaths;
    private volatile boolean closed;

    /**
     * @param executor processes bodies that have been received
     * @param timer    ends the reading of bodies
     */
    DeliveryHandler(
            String path,
            boolean subPaths,
            Supplier<DeliveryAuthenticator> authenticator,
            EventDispatcher dispatcher,
            DeliveryLimits limits,
            Executor executor,
            ScheduledExecutorService timer) {
        this.path = path;
        this.subPaths = subPaths;
        this.authenticator = authenticator;
        this.processor = new DeliveryProcessor(authenticator, dispatcher, refusals, limits.responseTimeout());
        this.limits = limits;
        this.executor = executor;
        this.timer = timer;
        this.budget = new ByteBudget(limits.bufferedBytes());
    }

    /** The path to be served, relative to the server's own. */
    public String path() {
        return path;
    }

    /** Whether paths below {@link #path()} are served, too. */
    public boolean subPaths() {
        return subPaths;
    }

    public DeliveryLimits limits() {
        return limits;
    }

    /** A connection was ended by the server. */
    public void refused(RefusalKind kind, String reason) {
        refusals.log(kind, reason);
    }

    /** From now on each request is answered with 503. */
    public void close() {
        closed = true;
    }

    public boolean isClosed() {
        return closed;
    }

    /** Handles a request; it is responded to later, on any thread. */
    public void handle(DeliveryRequest request) {
        DeliveryHead head = request.head();
        if (closed) {
            request.respond(stopping());
        } else if (head.method().equalsIgnoreCase("OPTIONS")) {
            handshake(request);
        } else if (head.method().equalsIgnoreCase("POST")) {
            authenticate(request);
        } else {
            request.respond(
                    DeliveryResponse.json(NOT_ALLOWED, "error", "Events are sent with POST", Map.of("Allow", METHODS)));
        }
    }

    /** CloudEvents HTTP webhook, version 1.0, section 4: an authenticated sender is allowed, at any rate. */
    private void handshake(DeliveryRequest request) {
        String origin = request.head().header("WebHook-Request-Origin");
        authenticator.get().handshake(request.head().credentials(), origin).whenComplete((result, failure) -> {
            if (failure != null) {
                fail(request, NOT_AUTHENTICATED, failure);
            } else if (result.trusted()) {
                request.respond(allowed(origin));
            } else {
                request.respond(refusals.refuse("A handshake", result));
            }
        });
    }

    private static DeliveryResponse allowed(String origin) {
        // the origin is untrusted: what is no host name is not repeated in a header
        return DeliveryResponse.ok(
                origin != null && HOST.matcher(origin).matches()
                        ? Map.of("Allow", METHODS, "WebHook-Allowed-Origin", origin, "WebHook-Allowed-Rate", "*")
                        : Map.of("Allow", METHODS));
    }

    private void authenticate(DeliveryRequest request) {
        authenticator.get().delivery(request.head().credentials()).whenComplete((result, failure) -> {
            if (failure != null) {
                fail(request, NOT_AUTHENTICATED, failure);
            } else if (result.trusted()) {
                read(request, result);
            } else {
                request.respond(refusals.refuse("A delivery", result));
            }
        });
    }

    private DeliveryResponse stopping() {
        return refusals.refuse(RefusalKind.NO_CONSUMER, "The application is stopping");
    }

    private void fail(DeliveryRequest request, String reason, Throwable failure) {
        // the refusal is logged at a limited rate
        LOG.debug("A request has failed", failure);
        request.respond(refusals.refuse(RefusalKind.NOT_PROCESSED, reason));
    }

    private void read(DeliveryRequest request, AuthenticationResult sender) {
        Optional<DeliveryResponse> refusal = unsupported(request.head());
        if (refusal.isPresent()) {
            request.respond(refusal.get());
            return;
        }
        BodyReader reader = new BodyReader(limits.bodySize(), budget, new Reception(request, sender));
        if (!reader.reserve()) {
            request.respond(refusals.refuse(RefusalKind.OVERLOADED, BodyReader.NO_ROOM));
            return;
        }
        try {
            reader.deadline(timer.schedule(reader::expire, limits.bodyTimeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            LOG.debug("The timer has stopped", e);
            reader.close();
            request.respond(stopping());
            return;
        }
        request.read(reader);
    }

    /** Why a request is refused by its head, though its sender is authenticated. */
    private Optional<DeliveryResponse> unsupported(DeliveryHead head) {
        if (!head.isJson()) {
            return Optional.of(refusals.refuse(
                    RefusalKind.CONTENT_TYPE, "Send application/json or application/cloudevents+json, in UTF-8"));
        }
        if (head.isEncoded()) {
            return Optional.of(refusals.refuse(RefusalKind.CONTENT_TYPE, "Send the body without a Content-Encoding"));
        }
        if (head.contentLength() > limits.bodySize()) {
            return Optional.of(refusals.refuse(RefusalKind.BODY_TOO_LARGE, BodyReader.tooLarge(limits.bodySize())));
        }
        return Optional.empty();
    }

    /** Passes a body on to the processor. */
    private final class Reception implements BodyReader.Result {

        private final DeliveryRequest request;
        private final AuthenticationResult sender;

        Reception(DeliveryRequest request, AuthenticationResult sender) {
            this.request = request;
            this.sender = sender;
        }

        @Override
        public void received(BufferedBytes body) {
            try {
                executor.execute(() -> {
                    try {
                        process(body);
                    } finally {
                        body.release();
                    }
                });
            } catch (RejectedExecutionException e) {
                LOG.debug("The thread pool has stopped", e);
                body.release();
                request.respond(stopping());
            }
        }

        private void process(BufferedBytes body) {
            CompletableFuture<DeliveryResponse> response;
            try {
                response = processor.process(request.head(), sender, body.toByteArray());
            } catch (RuntimeException | Error e) {
                fail(request, NOT_PROCESSED, e);
                return;
            }
            response.whenComplete((answer, failure) -> {
                if (failure == null) {
                    request.respond(answer);
                } else {
                    fail(request, NOT_PROCESSED, failure);
                }
            });
        }

        @Override
        public void refused(RefusalKind kind, String reason) {
            request.respond(refusals.refuse(kind, reason));
        }

        @Override
        public void aborted() {
            refusals.log(RefusalKind.ABORTED, "The connection was closed before the body was complete");
        }
    }
}
