package dev.callautomation.camel.internal.exchange;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.CallAutomationException;
import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.client.ApiResponse;
import dev.callautomation.camel.internal.client.Deadline;
import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.completion.CompletionListener;
import dev.callautomation.camel.internal.completion.CorrelationKey;
import dev.callautomation.camel.internal.completion.Outcome;
import dev.callautomation.camel.internal.completion.Outcome.Status;
import dev.callautomation.camel.internal.completion.PendingOperation;
import dev.callautomation.camel.internal.operation.Input;
import dev.callautomation.camel.internal.operation.Inputs;
import dev.callautomation.camel.internal.operation.OperationInputs;
import dev.callautomation.camel.internal.operation.OperationResult;
import dev.callautomation.camel.internal.support.CallIds;
import dev.callautomation.camel.internal.support.OperationContextPrefix;
import dev.callautomation.camel.internal.support.RouteThreads.Continuation;

/**
 * An operation of one exchange, from its request to its completion by an event. The first of response failure, event, timeout
 * and stop decides.
 */
public final class AwaitedOperation implements CompletionListener {

    private static final Logger LOG = LoggerFactory.getLogger(AwaitedOperation.class);

    /** How long the cancellation may take with its retries, and after it the event that reports its result. */
    private static final Duration CANCELLATION_TIMEOUT = Duration.ofSeconds(5);

    /** The ids in a response by which events are correlated. */
    private static final Map<CorrelationKey, Input> RESPONSE_IDS = Map.of(
            CorrelationKey.CALL, Inputs.CALL_CONNECTION_ID,
            CorrelationKey.RECORDING, Inputs.RECORDING_ID,
            CorrelationKey.INVITATION, Inputs.INVITATION_ID);

    private final OperationExecutor executor;
    private final String callConnectionId;
    private final Map<String, Object> remembered;
    private final Continuation continuation;
    private final EventAcknowledgement previousEvent;
    private final CallIds ids;

    /** {@code null} unless they are needed to cancel the operation: most of them are not needed after the request. */
    private final OperationInputs cancellationInputs;

    /** {@code null} when there is a response. */
    private volatile ExchangeCallService requests;

    private volatile PendingOperation pending;
    private volatile OperationResult result = OperationResult.NOTHING;
    private volatile boolean canceled;
    private volatile Duration timeout;
    private volatile boolean overdue;
    private boolean countedAsAccepted;

    public AwaitedOperation(
            OperationExecutor executor,
            CompletionSettings settings,
            Exchange exchange,
            OperationInputs inputs,
            AsyncCallback callback) {
        this.executor = executor;
        this.callConnectionId = inputs.text(Inputs.CALL_CONNECTION_ID);
        this.remembered = OperationExecutor.remembered(exchange, inputs);
        this.cancellationInputs =
                settings.cancelOnTimeout() && executor.operation().canceledBy() != null ? inputs : null;
        this.continuation = executor.continuation(exchange, callback, settings.ended());
        this.previousEvent = EventAcknowledgement.current(exchange);
        this.requests = executor.service(
                exchange, inputs, settings.node(), (expectation, prefix) -> register(settings, expectation, prefix));
        this.ids = executor.identify(exchange, inputs);
    }

    /** @throws IllegalArgumentException if an input is missing or out of range; no request is sent then */
    public void send(OperationInputs inputs) {
        try {
            ids.get(() -> executor.operation().execute(inputs, requests))
                    .onComplete(response -> ids.run(() -> responseReceived(response)));
        } catch (RuntimeException e) {
            if (pending == null) {
                throw e;
            }
            if (pending.abandon()) {
                fail(e);
                throw e;
            }
            LOG.debug("callautomation:{} failed locally after its event had completed it", name(), e);
        }
    }

    private void fail(RuntimeException failure) {
        // a rejected one is counted where it is caught
        if (!(failure instanceof RejectedExecutionException)) {
            executor.observer().failedLocally(failure);
        }
    }

    private void register(
            CompletionSettings settings, CompletionExpectation expectation, OperationContextPrefix prefix) {
        timeout = settings.timeout() == null ? expectation.timeout() : settings.timeout();
        pending = settings.pendingOperations().register(name(), expectation, prefix, this);
        // from here on and not from the response, which may never come
        pending.setDeadline(timeout);
    }

    @Override
    public void completed(PendingOperation operation, Outcome outcome) {
        Status status = status(outcome);
        if (outcome.showsAcceptance(operation.operationId())) {
            countAsAccepted();
        }
        executor.observer().completed(status, outcome.event(), operation.nanoTime());
        continuation.resume(() -> complete(outcome, status, operation.processed()));
    }

    private void responseReceived(AsyncResult<OperationResult> response) {
        if (response.failed()) {
            // after the deadline, the request fails because it was aborted
            if (!overdue && pending.abandon()) {
                executor.observer().answered(response, pending.nanoTime());
                continuation.resume(() -> {
                    requests.keepUnknown();
                    executor.fail(continuation.exchange(), callConnectionId, response.cause());
                });
            } else {
                LOG.debug(
                        "callautomation:{} has no response, but has completed or timed out", name(), response.cause());
            }
            return;
        }
        requests = null;
        result = response.result();
        executor.identify(continuation.exchange(), ids, result);
        countAsAccepted();
        RESPONSE_IDS.forEach((key, input) -> {
            if (result.headers().get(input.header()) instanceof String id) {
                pending.correlateBy(key, id);
            }
        });
        // the service has accepted what the previous event led to, so that this event need not be delivered again
        previousEvent.acknowledge();
    }

    /** The first of the response and the event that completes the operation shows it; the other may never come. */
    private void countAsAccepted() {
        synchronized (this) {
            if (countedAsAccepted) {
                return;
            }
            countedAsAccepted = true;
        }
        executor.observer().accepted();
    }

    /** On the thread of the timer. */
    @Override
    public void deadlinePassed(PendingOperation operation) {
        if (overdue) {
            // the cancellation has not led to an event
            operation.timeOut();
        } else {
            overdue = true;
            ids().run(this::abort);
        }
    }

    private void abort() {
        // a retry must not start what is not awaited any more
        ExchangeCallService inFlight = requests;
        if (inFlight != null) {
            inFlight.abort();
        }
        Future<ApiResponse> cancellation = cancellationInputs == null ? null : cancel();
        if (cancellation == null) {
            pending.timeOut();
            return;
        }
        canceled = true;
        cancellation.onComplete(response -> {
            if (response.failed()) {
                canceled = false;
                ids().run(() ->
                        LOG.warn("callautomation:{} timed out and could not be canceled", name(), response.cause()));
            }
            // it may have been completed before it could be canceled, which its event reports
            pending.setDeadline(CANCELLATION_TIMEOUT);
        });
    }

    /** Those of the call that the operation has started, if it has started one. */
    private CallIds ids() {
        return ids.with(result.headers());
    }

    /** The request that cancels the operation; {@code null} if there is nothing to cancel. */
    private Future<ApiResponse> cancel() {
        try {
            return executor.operation()
                    .cancel(
                            cancellationInputs,
                            result,
                            executor.cancellation(
                                    continuation.exchange(), cancellationInputs, Deadline.after(CANCELLATION_TIMEOUT)));
        } catch (RuntimeException | Error e) {
            // the timer would log it, and the exchange would wait forever
            return Future.failedFuture(e);
        }
    }

    /** An operation that was canceled has timed out, unless it succeeded before in a way that canceling does not undo. */
    private Status status(Outcome outcome) {
        boolean undone = outcome.status() == Status.FAILED
                || outcome.status() == Status.SUCCEEDED && executor.operation().cancelUndoesSuccess();
        return canceled && undone ? Status.TIMED_OUT : outcome.status();
    }

    private void complete(Outcome outcome, Status status, CompletableFuture<Void> processed) {
        Exchange exchange = continuation.exchange();
        previousEvent.acknowledge();
        ExchangeCallService inFlight = requests;
        if (inFlight != null) {
            inFlight.keepUnknown();
        }
        // the call that the operation has started, if it has started one
        String call = result.headers().get(Inputs.CALL_CONNECTION_ID.header()) instanceof String started
                ? started
                : callConnectionId;
        OperationExecutor.setHeaders(exchange, remembered, result);
        if (outcome.event() != null) {
            EventMessage.complete(
                    exchange, outcome.event(), executor.contextHeaderPolicy(), status == Status.SUCCEEDED);
            RequestLedger.begin(exchange, outcome.event().envelope());
            EventAcknowledgement.attachUntilDone(exchange, () -> processed.complete(null));
        }
        Failures failures = executor.failures();
        switch (status) {
            case SUCCEEDED ->
                CallIds.of(exchange).run(() -> LOG.debug("{} completed callautomation:{}", outcome.event(), name()));
            case FAILED -> exchange.setException(failures.failed(outcome.event().typed()));
            case TIMED_OUT -> exchange.setException(timedOut(call, canceled));
            case STOPPED -> exchange.setException(failures.stopped(call));
        }
    }

    private CallAutomationException timedOut(String call, boolean canceledAtService) {
        return executor.failures()
                .timedOut(
                        call, executor.operation().completion().types(), timeout, requests == null, canceledAtService);
    }

    private CallAutomationOperation name() {
        return executor.failures().operation();
    }
}
