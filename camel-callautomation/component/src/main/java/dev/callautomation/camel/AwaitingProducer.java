package dev.callautomation.camel;

import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Ordered;
import org.apache.camel.StartupListener;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.internal.exchange.AwaitedOperation;
import dev.callautomation.camel.internal.exchange.CompletionSettings;
import dev.callautomation.camel.internal.operation.OperationInputs;

/** Executes the operation of its endpoint for each exchange, which continues when the event has arrived that completes it. */
final class AwaitingProducer extends CallAutomationProducer implements StartupListener, Ordered {

    private @Nullable CompletionSettings settings;
    private boolean started;
    private boolean receiving;
    private int pending;

    AwaitingProducer(CallAutomationEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (getEndpoint().isSkipped()) {
            return;
        }
        CallAutomationComponent component = getEndpoint().getComponent();
        CallAutomationConfiguration options = getEndpoint().getConfiguration();
        settings = new CompletionSettings(
                component.pendingOperations(),
                component.node(),
                options.getCompletionTimeout(),
                options.isCancelOnTimeout(),
                this::ended);
        // producers of routes start before the HTTP server does; the consumers of routes start after this
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
                            .addWaiter(this, getEndpoint().current());
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

    /** Camel stops a producer that its cache has no room for, even while its operations are pending and need their events. */
    private void release() {
        if (receiving && !started && pending == 0) {
            receiving = false;
            getEndpoint().getComponent().reception().removeWaiter(this);
        }
    }

    private synchronized void begun() {
        pending++;
    }

    private synchronized void ended() {
        pending--;
        release();
    }

    @Override
    void execute(Exchange exchange, OperationInputs inputs, AsyncCallback callback) {
        begun();
        try {
            new AwaitedOperation(executor(), Objects.requireNonNull(settings), exchange, inputs, callback).send(inputs);
        } catch (RejectedExecutionException e) {
            ended();
            executor().reject(exchange, inputs, e);
            callback.done(false);
        } catch (RuntimeException e) {
            ended();
            throw e;
        }
    }
}
