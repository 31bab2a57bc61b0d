package dev.callautomation.camel.internal.ingress;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.internal.observation.Observations;
import dev.callautomation.camel.internal.security.AuthenticationResult;
import dev.callautomation.camel.internal.security.DeliveryAuthenticator;
import dev.callautomation.camel.internal.security.RefusalKind;

/**
 * Handles the HTTP requests of the service: the head first, by which the sender is authenticated, and the body after that.
 * Nothing of it blocks the thread of the server.
 */
public final class DeliveryHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryHandler.class);
    private static final String HANDSHAKE = "A handshake";
    private static final String REQUEST = "A request";
    private static final String STOPPING = "The application is stopping";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,253}");
    private static final String NOT_AUTHENTICATED = "The request cannot be authenticated now";
    private static final String NOT_PROCESSED = "The request cannot be processed now";

    private final String path;
    /** As large as parsing it takes no longer than reading a request does; bodies of one event have 1 to 2 KB. */
    private static final int SMALL_BODY = 16 * 1024;

    private final Supplier<DeliveryAuthenticator> authenticator;
    private final DeliveryProcessor processor;
    private final DeliveryLimits limits;
    private final Executor executor;
    private final ScheduledExecutorService timer;
    private final ByteBudget budget;
    private final Refusals refusals;
    private final boolean subPaths;
    private volatile boolean closed;

    /**
     * @param executor     processes bodies that have been received
     * @param timer        ends the reading of bodies
     * @param observations is told which deliveries are accepted and refused
     */
    DeliveryHandler(
            String path,
            boolean subPaths,
            Supplier<DeliveryAuthenticator> authenticator,
            EventDispatcher dispatcher,
            DeliveryLimits limits,
            Executor executor,
            ScheduledExecutorService timer,
            Observations observations) {
        this.path = path;
        this.subPaths = subPaths;
        this.authenticator = authenticator;
        this.refusals = new Refusals(observations);
        this.processor =
                new DeliveryProcessor(authenticator, dispatcher, refusals, observations, limits.responseTimeout());
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
        refusals.logConnection(kind, reason);
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
        boolean delivery = head.method().equalsIgnoreCase("POST");
        boolean handshake = head.method().equalsIgnoreCase("OPTIONS");
        if (closed) {
            request.respond(
                    delivery
                            ? stopping()
                            : refusals.refuseOther(handshake ? HANDSHAKE : REQUEST, RefusalKind.NO_CONSUMER, STOPPING));
        } else if (handshake) {
            handshake(request);
        } else if (delivery) {
            authenticate(request);
        } else {
            request.respond(refusals.refuseOther(REQUEST, RefusalKind.METHOD, "Events are sent with POST"));
        }
    }

    /** CloudEvents HTTP webhook, version 1.0, section 4: an authenticated sender is allowed, at any rate. */
    private void handshake(DeliveryRequest request) {
        String origin = request.head().header("webhook-request-origin");
        authenticator.get().handshake(request.head().credentials(), origin).whenComplete((result, failure) -> {
            if (failure != null) {
                LOG.debug("A handshake has failed", failure);
                request.respond(refusals.refuseOther(HANDSHAKE, RefusalKind.NOT_PROCESSED, NOT_AUTHENTICATED));
            } else if (result.trusted()) {
                request.respond(allowed(origin));
            } else {
                request.respond(refusals.refuseOther(HANDSHAKE, result));
            }
        });
    }

    private static DeliveryResponse allowed(String origin) {
        // the origin is untrusted: what is no host name is not repeated in a header
        return DeliveryResponse.ok(
                origin != null && HOST.matcher(origin).matches()
                        ? Map.of(
                                "Allow",
                                Refusals.METHODS,
                                "WebHook-Allowed-Origin",
                                origin,
                                "WebHook-Allowed-Rate",
                                "*")
                        : Map.of("Allow", Refusals.METHODS));
    }

    private void authenticate(DeliveryRequest request) {
        authenticator.get().delivery(request.head().credentials()).whenComplete((result, failure) -> {
            if (failure != null) {
                fail(request, NOT_AUTHENTICATED, failure);
            } else if (result.trusted()) {
                try {
                    read(request, result);
                } catch (RuntimeException | Error e) {
                    // it would be lost in the future, and the request never be answered
                    fail(request, NOT_PROCESSED, e);
                }
            } else {
                request.respond(refusals.refuse(result));
            }
        });
    }

    private DeliveryResponse stopping() {
        return refusals.refuse(RefusalKind.NO_CONSUMER, STOPPING);
    }

    private void fail(DeliveryRequest request, String reason, Throwable failure) {
        // the refusal is logged at a limited rate
        LOG.debug("A request has failed", failure);
        request.respond(refusals.refuse(RefusalKind.NOT_PROCESSED, reason));
    }

    private void read(DeliveryRequest request, AuthenticationResult sender) {
        DeliveryResponse refusal = unsupported(request.head());
        if (refusal != null) {
            request.respond(refusal);
            return;
        }
        BodyReader reader = new BodyReader(limits.bodySize(), budget, new Reception(request, sender));
        if (reader.reserve()) {
            read(request, reader);
        } else {
            request.respond(refusals.refuse(RefusalKind.OVERLOADED, BodyReader.NO_ROOM));
        }
    }

    private void read(DeliveryRequest request, BodyReader reader) {
        try {
            request.read(reader, () -> limitTime(request, reader));
        } catch (RuntimeException | Error e) {
            if (reader.close()) {
                fail(request, NOT_PROCESSED, e);
            } else {
                LOG.debug("A request has failed after its end", e);
            }
        }
    }

    private void limitTime(DeliveryRequest request, BodyReader reader) {
        try {
            reader.deadline(timer.schedule(reader::expire, limits.bodyTimeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            LOG.debug("The timer has stopped", e);
            if (reader.close()) {
                request.respond(stopping());
            }
        }
    }

    /** Why a request is refused by its head, though its sender is authenticated; {@code null} if it is not. */
    private DeliveryResponse unsupported(DeliveryHead head) {
        if (!head.isJson()) {
            return refusals.refuse(
                    RefusalKind.CONTENT_TYPE, "Send application/json or application/cloudevents+json, in UTF-8");
        }
        if (head.isEncoded()) {
            return refusals.refuse(RefusalKind.CONTENT_TYPE, "Send the body without a Content-Encoding");
        }
        return head.contentLength() > limits.bodySize()
                ? refusals.refuse(RefusalKind.BODY_TOO_LARGE, BodyReader.tooLarge(limits.bodySize()))
                : null;
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
            // one hand-over to another thread less, which costs more than the rest of a small delivery
            if (body.size() <= SMALL_BODY && request.mayProcessHere() && processor.isFast()) {
                processAndRelease(body, request::afterwards);
                return;
            }
            try {
                executor.execute(() -> processAndRelease(body, null));
            } catch (RejectedExecutionException e) {
                LOG.debug("The thread pool has stopped", e);
                body.release();
                request.respond(stopping());
            }
        }

        private void processAndRelease(BufferedBytes body, Executor soon) {
            try {
                process(body, soon);
            } finally {
                body.release();
            }
        }

        private void process(BufferedBytes body, Executor soon) {
            CompletableFuture<DeliveryResponse> response;
            try {
                response = processor.process(request.head(), sender, body.toByteArray(), soon);
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
