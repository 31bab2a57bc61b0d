package dev.callautomation.camel;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.vertx.core.Vertx;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.util.PropertiesHelper;
import org.apache.camel.util.URISupport;

import dev.callautomation.camel.completion.NodeRelay;
import dev.callautomation.camel.completion.PendingOperations;
import dev.callautomation.camel.completion.RelayedOperations;
import dev.callautomation.camel.ingress.WaitingOperations;
import dev.callautomation.camel.operation.CallAutomationOperation;

/** Controls calls and receives their events through Azure Communication Services Call Automation. */
@Component(CallAutomationConstants.SCHEME)
public class CallAutomationComponent extends NodeComponent implements SSLContextParametersAware {

    @Metadata(description = "The options that endpoints do not set themselves.")
    private CallAutomationConfiguration configuration = new CallAutomationConfiguration();

    @Metadata(
            label = "producer,advanced",
            defaultValue = "20",
            description = "How many threads run what follows operations in routes. Operations on their way need none.")
    private int producerThreads = 20;

    @Metadata(label = "security", defaultValue = "false", description = "Whether global TLS settings are used.")
    private boolean useGlobalSslContextParameters;

    @Metadata(
            label = "advanced",
            autowired = true,
            description = "The Vert.x instance that sends requests. It is not closed. Without it, one is made here.")
    private Vertx vertx;

    private Clients clients;
    private EventReception reception;
    private ScheduledExecutorService timer;
    private PendingOperations pendingOperations;
    private WaitingOperations operations;

    public CallAutomationComponent() {}

    public CallAutomationComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        CallAutomationEndpoint endpoint =
                new CallAutomationEndpoint(uri, this, operation(remaining), configuration.copy());
        boolean ownResource = parameters.containsKey("endpoint") || parameters.containsKey("accessKey");
        if (ownResource && !parameters.containsKey("connectionString")) {
            // an endpoint that names another resource or key does not mean the component's
            endpoint.getConfiguration().setConnectionString(null);
        }
        PlusSigns.restore(parameters);
        addHeaders(
                parameters,
                "voipHeader.",
                endpoint.getConfiguration()::getVoipHeaders,
                endpoint.getConfiguration()::setVoipHeaders);
        addHeaders(
                parameters,
                "sipHeader.",
                endpoint.getConfiguration()::getSipHeaders,
                endpoint.getConfiguration()::setSipHeaders);
        Set<String> given = Set.copyOf(parameters.keySet());
        setProperties(endpoint, parameters);
        CompletionOptions.check(endpoint.getOperation(), given, endpoint.getConfiguration());
        return endpoint;
    }

    /** Adds the options with a prefix to what the component's options say already, which other endpoints share. */
    private static void addHeaders(
            Map<String, Object> parameters,
            String prefix,
            Supplier<Map<String, Object>> shared,
            Consumer<Map<String, Object>> headers) {
        Map<String, Object> own = PropertiesHelper.extractProperties(parameters, prefix);
        if (!own.isEmpty()) {
            Map<String, Object> all = new HashMap<>(shared.get() == null ? Map.of() : shared.get());
            all.putAll(own);
            headers.accept(all);
        }
    }

    private static CallAutomationOperation operation(String name) {
        return Arrays.stream(CallAutomationOperation.values())
                .filter(operation -> operation.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no operation; use one of "
                        + Arrays.stream(CallAutomationOperation.values())
                                .map(Enum::name)
                                .collect(Collectors.joining(", "))));
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        if (useGlobalSslContextParameters && configuration.getSslContextParameters() == null) {
            configuration.setSslContextParameters(retrieveGlobalSslContextParameters());
        }
        // Camel masks the secrets of its own components in URIs; this one it does not know
        URISupport.addSanitizeKeywords("incomingCallContext");
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        clients = new Clients(getCamelContext(), vertx, producerThreads);
        timer = WorkerThreads.timer(getCamelContext(), this, "CallAutomationTimer");
        pendingOperations = new PendingOperations(timer, getMaxPendingOperations());
        NodeRelay relay = nodeRelay();
        operations = relay == null
                ? pendingOperations
                : new RelayedOperations(
                        node(),
                        pendingOperations,
                        relay,
                        timer,
                        Duration.ofMillis(getRelayTimeout()),
                        Duration.ofMillis(getAcknowledgeTimeout()));
        reception = new EventReception(this, operations);
    }

    @Override
    protected void doStop() throws Exception {
        // a context that fails to start stops components that it has not started
        if (reception != null) {
            operations.close();
            reception.close();
            clients.close();
            getCamelContext().getExecutorServiceManager().shutdownNow(timer);
        }
        super.doStop();
    }

    Clients clients() {
        return clients;
    }

    PendingOperations pendingOperations() {
        return pendingOperations;
    }

    EventReception reception() {
        return reception;
    }

    public CallAutomationConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(CallAutomationConfiguration configuration) {
        this.configuration = configuration;
    }

    public int getProducerThreads() {
        return producerThreads;
    }

    public void setProducerThreads(int producerThreads) {
        this.producerThreads = producerThreads;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public Vertx getVertx() {
        return vertx;
    }

    public void setVertx(Vertx vertx) {
        this.vertx = vertx;
    }
}
