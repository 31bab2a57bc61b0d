package dev.callautomation.camel;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

import dev.callautomation.camel.client.ConnectionString;
import dev.callautomation.camel.operation.CallAutomationOperation;
import dev.callautomation.camel.operation.CallOperation;
import dev.callautomation.camel.operation.OperationCatalog;

/**
 * Control calls and receive their events through Azure Communication Services Call Automation.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = CallAutomationConstants.SCHEME,
        title = "Azure Communication Services Call Automation",
        syntax = "callautomation:operation",
        category = {Category.CLOUD, Category.MESSAGING},
        headersClass = CallAutomationConstants.class)
public class CallAutomationEndpoint extends DefaultEndpoint
        implements EndpointServiceLocation, MultipleConsumersSupport {

    @UriPath(
            description = "What to do with a call, or events to receive the events of calls. Only events can be used"
                    + " with from, and all others only with to.")
    @Metadata(required = true)
    private final CallAutomationOperation operation;

    @UriParam
    private CallAutomationConfiguration configuration;

    CallAutomationEndpoint(
            String uri,
            CallAutomationComponent component,
            CallAutomationOperation operation,
            CallAutomationConfiguration configuration) {
        super(uri, component);
        this.operation = operation;
        this.configuration = configuration;
    }

    @Override
    public CallAutomationComponent getComponent() {
        return (CallAutomationComponent) super.getComponent();
    }

    @Override
    public Producer createProducer() {
        if (operation == CallAutomationOperation.dispatch) {
            return new DispatchProducer(this);
        }
        CallOperation action = OperationCatalog.find(operation);
        return configuration.isAwaitCompletion() && action.completion() != null
                ? new AwaitingProducer(this, action)
                : new CallAutomationProducer(this, action);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (operation != CallAutomationOperation.events) {
            throw new IllegalArgumentException("callautomation:" + operation
                    + " is an operation on calls and sends nothing; use callautomation:events with from()");
        }
        CallAutomationConsumer consumer = new CallAutomationConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    /** Routes that ask for the same events each get them. */
    @Override
    public boolean isMultipleConsumersSupported() {
        return true;
    }

    @Override
    public String getServiceUrl() {
        return configuration.getConnectionString() == null
                ? configuration.getEndpoint()
                : ConnectionString.parse(configuration.getConnectionString()).endpoint();
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }

    public CallAutomationOperation getOperation() {
        return operation;
    }

    public CallAutomationConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(CallAutomationConfiguration configuration) {
        this.configuration = configuration;
    }
}
