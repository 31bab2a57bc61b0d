package dev.callautomation.camel;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.InterceptSendToEndpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.internal.client.ConnectionString;
import dev.callautomation.camel.internal.client.ServiceEndpoint;
import dev.callautomation.camel.internal.exchange.AwaitOptions;
import dev.callautomation.camel.internal.server.DeliveryServers;

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

    private static final String EVENTS = "events";
    private static final String PROCESS_EVENTS = "processEvents";

    @UriPath(
            enums = "events,processEvents,createCall,connectCall,answerCall,rejectCall,redirectCall,transfer,"
                    + "addParticipant,cancelAddParticipant,removeParticipant,moveParticipants,muteParticipant,hangUp,"
                    + "getParticipant,listParticipants,getCallProperties,play,recognize,cancelAllMediaOperations,"
                    + "startContinuousDtmfRecognition,stopContinuousDtmfRecognition,sendDtmfTones,hold,unhold,"
                    + "startTranscription,updateTranscription,stopTranscription,startMediaStreaming,"
                    + "stopMediaStreaming,startRecording,stopRecording,pauseRecording,resumeRecording,"
                    + "getRecordingState,downloadRecording,deleteRecording",
            description =
                    "Operation on a call, used with to; or events, used with from, to receive the events of calls;"
                            + " or processEvents, used with to, to process a delivery of events that another transport"
                            + " received.")
    @Metadata(required = true)
    private final String operation;

    @UriParam
    private CallAutomationConfiguration configuration;

    private final @Nullable CallAutomationOperation action;
    private final CallAutomationConfiguration inherited;
    private Set<String> given = Set.of();

    /**
     * @throws IllegalArgumentException if there is no such operation
     */
    CallAutomationEndpoint(
            String uri,
            CallAutomationComponent component,
            String operation,
            CallAutomationConfiguration configuration) {
        super(uri, component);
        this.operation = operation;
        this.configuration = configuration;
        this.inherited = configuration.copy();
        this.action = isEvents() || isProcessEvents() ? null : action(operation);
    }

    private static CallAutomationOperation action(String name) {
        return Stream.of(CallAutomationOperation.values())
                .filter(action -> action.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown operation '" + name
                        + "'. Use events with from, and with to processEvents or one of the operations "
                        + Stream.of(CallAutomationOperation.values())
                                .map(Enum::name)
                                .collect(Collectors.joining(", "))));
    }

    private boolean isEvents() {
        return EVENTS.equalsIgnoreCase(operation);
    }

    private boolean isProcessEvents() {
        return PROCESS_EVENTS.equalsIgnoreCase(operation);
    }

    @Override
    public CallAutomationComponent getComponent() {
        return (CallAutomationComponent) super.getComponent();
    }

    @Override
    public Producer createProducer() throws Exception {
        if (isEvents()) {
            throw new IllegalArgumentException(
                    "callautomation:events receives events and is used with from; use an operation such as"
                            + " callautomation:answerCall, or callautomation:processEvents, with to");
        }
        if (isProcessEvents()) {
            return new ProcessEventsProducer(this);
        }
        if (!configuration.isAwaitCompletion() || !AwaitOptions.canAwait(action)) {
            return new CallAutomationProducer(this);
        }
        if (!isSkipped()) {
            prepareServer();
        }
        return new AwaitingProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (!isEvents()) {
            throw new IllegalArgumentException("callautomation:" + operation
                    + " is used with to; use callautomation:events with from to receive events");
        }
        prepareServer();
        CallAutomationConsumer consumer = new CallAutomationConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    private void prepareServer() throws Exception {
        if (getComponent().isCallbackEnabled()) {
            DeliveryServers.prepare(getCamelContext());
        }
    }

    /**
     * Whether an interceptor of the Camel context handles the messages that are sent to this endpoint, as
     * {@code mockEndpointsAndSkip} of Camel's test support does. Its producers need no connection to the service then.
     */
    boolean isSkipped() {
        return getCamelContext().getEndpoints().stream()
                .anyMatch(endpoint -> endpoint instanceof InterceptSendToEndpoint interceptor
                        && interceptor.isSkip()
                        && interceptor.getOriginalEndpoint() == this);
    }

    /** Several routes can receive the same events. */
    @Override
    public boolean isMultipleConsumersSupported() {
        return true;
    }

    /** The options, those of connection and authentication as the component has them now, unless this endpoint sets them. */
    CallAutomationConfiguration current() {
        return InheritedOptions.current(
                given, configuration, inherited, getComponent().getConfiguration());
    }

    /** @param names of the options that the URI of this endpoint sets */
    void setGiven(Set<String> names) {
        given = names;
    }

    /** Beans are autowired on the component. An endpoint would have them even if its component must not. */
    @Override
    public void setAutowiredEnabled(boolean autowiredEnabled) {
        super.setAutowiredEnabled(false);
    }

    @Override
    public @Nullable String getServiceUrl() {
        CallAutomationConfiguration connection = current();
        String url = connection.getConnectionString() == null
                ? connection.getEndpoint()
                : ConnectionString.parse(connection.getConnectionString()).endpoint();
        return url == null ? null : ServiceEndpoint.withoutUser(url);
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }

    /** The operation as written in the URI; {@code events} and {@code processEvents} included. */
    public String getOperation() {
        return operation;
    }

    /** The operation on a call; {@code null} for {@code events} and {@code processEvents}. */
    @Nullable
    CallAutomationOperation action() {
        return action;
    }

    public CallAutomationConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(CallAutomationConfiguration configuration) {
        this.configuration = configuration;
    }
}
