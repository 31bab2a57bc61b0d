package dev.callautomation.camel;

import java.time.Duration;
import java.util.function.BiConsumer;

import io.vertx.core.Future;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Ordered;
import org.apache.camel.StartupListener;

import dev.callautomation.camel.client.ApiResponse;
import dev.callautomation.camel.completion.Outcome;
import dev.callautomation.camel.completion.PendingOperations;
import dev.callautomation.camel.model.OperationTrace;
import dev.callautomation.camel.operation.CallAutomationOperation;
import dev.callautomation.camel.operation.CallOperation;
import dev.callautomation.camel.operation.Expectation;
import dev.callautomation.camel.operation.OperationInputs;
import dev.callautomation.camel.operation.OperationResult;

/** Carries one operation out for each exchange, which goes on when the event has come that ends the operation. */
final class AwaitingProducer extends CallAutomationProducer implements StartupListener, Ordered {

    private final Duration timeout;
    private final boolean cancels;
    private boolean started;
    private boolean receiving;
    private int waiting;

    AwaitingProducer(CallAutomationEndpoint endpoint, CallOperation operation) {
        super(endpoint, operation);
        timeout = endpoint.getConfiguration().getCompletionTimeout();
        cancels = endpoint.getConfiguration().isCancelOnTimeout() && operation.cancellable();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        // routes get their producers before the HTTP server is there; their consumers start after this
        getEndpoint().getCamelContext().addStartupListener(this);
    }

    @Override
    public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) throws Exception {
        synchronized (this) {
            if (isRunAllowed()) {
                started = true;
                if (!receiving) {
                    getEndpoint()
                            .getComponent()
                            .reception()
                            .addWaiter(getEndpoint().getConfiguration());
                    receiving = true;
                }
            }
        }
    }

    @Override
    public int getOrder() {
        return LOWEST;
    }

    @Override
    protected void doStop() throws Exception {
        synchronized (this) {
            started = false;
            release();
        }
        super.doStop();
    }

    /** Camel stops a producer that it has no more room for, even if operations of it wait: their events are still wanted. */
    private void release() {
        if (receiving && !started && waiting == 0) {
            receiving = false;
            getEndpoint().getComponent().reception().removeWaiter();
        }
    }

    private synchronized void begun() {
        waiting++;
    }

    private synchronized void ended() {
        waiting--;
        release();
    }

    @Override
    void carryOut(Exchange exchange, OperationInputs inputs, AsyncCallback callback) {
        begun();
        try {
            new AwaitedOperation(this, exchange, inputs, doneSync -> {
                        ended();
                        callback.done(doneSync);
                    })
                    .send();
        } catch (RuntimeException e) {
            ended();
            throw e;
        }
    }

    Future<OperationResult> send(
            Exchange exchange, OperationInputs inputs, BiConsumer<Expectation, OperationTrace> waiting) {
        ExchangeCallService service = service(exchange, waiting);
        return operation().execute(inputs, service);
    }

    /** {@code null} if nothing is cancelled. */
    Future<ApiResponse> cancel(Exchange exchange, OperationInputs inputs, OperationResult result) {
        return cancels ? operation().cancel(inputs, result, service(exchange, null)) : null;
    }

    PendingOperations pendingOperations() {
        return getEndpoint().getComponent().pendingOperations();
    }

    CallAutomationOperation name() {
        return getEndpoint().getOperation();
    }

    Duration timeout() {
        return timeout;
    }

    CallAutomationOperationFailedException failed(Outcome outcome) {
        return new CallAutomationOperationFailedException(name(), outcome.event(), mask());
    }

    CallAutomationTimeoutException timedOut(String call, boolean cancelled) {
        return new CallAutomationTimeoutException(
                name(), call, operation().completion().types(), timeout, cancelled);
    }
}
