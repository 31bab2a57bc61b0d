package dev.callautomation.camel;

import java.util.Objects;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.DefaultAsyncProducer;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.internal.exchange.OperationExecutor;
import dev.callautomation.camel.internal.exchange.OptionInputs;
import dev.callautomation.camel.internal.health.HealthChecks;
import dev.callautomation.camel.internal.operation.MissingInputException;
import dev.callautomation.camel.internal.operation.OperationInputs;
import dev.callautomation.camel.internal.security.SecuritySettings;
import dev.callautomation.camel.internal.support.IdentifierMask;
import dev.callautomation.camel.internal.support.OptionNames;

/** Executes the operation of its endpoint for each exchange, without using a thread while the request is in flight. */
class CallAutomationProducer extends DefaultAsyncProducer {

    private final IdentifierMask mask;
    private @Nullable OptionInputs options;
    private @Nullable OperationExecutor executor;

    CallAutomationProducer(CallAutomationEndpoint endpoint) {
        super(endpoint);
        this.mask = IdentifierMask.of(endpoint.getConfiguration());
    }

    @Override
    public CallAutomationEndpoint getEndpoint() {
        return (CallAutomationEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (getEndpoint().isSkipped()) {
            return;
        }
        CallAutomationComponent component = getEndpoint().getComponent();
        options = options(getEndpoint());
        executor = new OperationExecutor(
                Objects.requireNonNull(getEndpoint().action()),
                getEndpoint().getConfiguration(),
                getEndpoint().current(),
                component.clients(),
                component.contextHeaderPolicy(),
                component.observations(),
                component.pendingOperations()::started,
                component.journal());
        component.upgrades().use(getEndpoint().getConfiguration());
        HealthChecks health = component.health();
        if (health != null) {
            health.use(executor.client());
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (executor != null) {
            executor.close();
            // kept, because exchanges may be in flight
        }
        super.doStop();
    }

    static OptionInputs options(CallAutomationEndpoint endpoint) {
        // generated, so that no list of the options is kept by hand
        PropertyConfigurerGetter options =
                (PropertyConfigurerGetter) endpoint.getComponent().getEndpointPropertyConfigurer();
        return new OptionInputs(
                endpoint.action(),
                option -> options.getOptionValue(endpoint, option, false),
                endpoint.getComponent().reception()::callbackPath,
                SecuritySettings.callbackSecret(endpoint.current()));
    }

    final OperationExecutor executor() {
        return Objects.requireNonNull(executor, "the producer is not started");
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            execute(exchange, inputs(exchange), callback);
            return false;
        } catch (IllegalArgumentException e) {
            exchange.setException(new IllegalArgumentException(
                    "callautomation:" + getEndpoint().getOperation() + ": " + mask.in(e.getMessage()) + setting(e),
                    mask.cause(e)));
        } catch (Exception e) {
            exchange.setException(e);
        }
        callback.done(true);
        return true;
    }

    /** How to set a missing input for all operations; empty if there is none that all operations share. */
    private String setting(IllegalArgumentException e) {
        return e instanceof MissingInputException missing && missing.isCallbackUri()
                ? "; for all operations, set "
                        + OptionNames.in(getEndpoint().getCamelContext()).of("callbackUri") + " for the component"
                : "";
    }

    /** @throws IllegalArgumentException if an input is missing or out of range; no request is sent then */
    void execute(Exchange exchange, OperationInputs inputs, AsyncCallback callback) {
        executor().execute(exchange, inputs, callback);
    }

    private OperationInputs inputs(Exchange exchange) {
        String callbackUri = getEndpoint().getComponent().getConfiguration().getCallbackUri();
        return executor().inputs(exchange, Objects.requireNonNull(options).values(callbackUri));
    }
}
