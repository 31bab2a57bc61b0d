package dev.callautomation.camel;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.TabularData;

import io.vertx.core.Vertx;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.util.PropertiesHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.internal.completion.EndpointRelay;
import dev.callautomation.camel.internal.completion.PendingOperations;
import dev.callautomation.camel.internal.completion.QueuedRelay;
import dev.callautomation.camel.internal.completion.RelayedOperations;
import dev.callautomation.camel.internal.connection.Clients;
import dev.callautomation.camel.internal.connection.CredentialOptions;
import dev.callautomation.camel.internal.console.CallAutomationDevConsole;
import dev.callautomation.camel.internal.exchange.AwaitOptions;
import dev.callautomation.camel.internal.exchange.ContextHeaderPolicy;
import dev.callautomation.camel.internal.exchange.ContextHeaders;
import dev.callautomation.camel.internal.exchange.PlusSigns;
import dev.callautomation.camel.internal.exchange.StepErrorInterceptStrategy;
import dev.callautomation.camel.internal.health.HealthChecks;
import dev.callautomation.camel.internal.ingress.DeliveryLimits;
import dev.callautomation.camel.internal.ingress.DeliveryServer;
import dev.callautomation.camel.internal.ingress.EventCorrelator;
import dev.callautomation.camel.internal.ingress.EventReception;
import dev.callautomation.camel.internal.ingress.JournalingCorrelator;
import dev.callautomation.camel.internal.ingress.ReceptionSettings;
import dev.callautomation.camel.internal.journal.CallJournal;
import dev.callautomation.camel.internal.observation.CallInProgress;
import dev.callautomation.camel.internal.observation.CountTables;
import dev.callautomation.camel.internal.observation.Counts;
import dev.callautomation.camel.internal.observation.MeterValues;
import dev.callautomation.camel.internal.observation.Observations;
import dev.callautomation.camel.internal.observation.Observed;
import dev.callautomation.camel.internal.observation.OperationCounts;
import dev.callautomation.camel.internal.observation.OperationOutcome;
import dev.callautomation.camel.internal.operation.CompletingTypes;
import dev.callautomation.camel.internal.security.IssuerKeys;
import dev.callautomation.camel.internal.server.DeliveryServers;
import dev.callautomation.camel.internal.support.NodeId;
import dev.callautomation.camel.internal.support.OptionValues;
import dev.callautomation.camel.internal.support.ThreadPools;

/** Controls calls and receives their events through Azure Communication Services Call Automation. */
@Component(CallAutomationConstants.SCHEME)
@ManagedResource(description = "Call Automation component")
public class CallAutomationComponent extends HealthCheckComponent implements SSLContextParametersAware {

    private static final Logger LOG = LoggerFactory.getLogger(CallAutomationComponent.class);

    private static final int RANDOM_BYTES = 6;

    private static final PropertyConfigurer STRICT_OPTIONS = new CallAutomationComponentConfigurer() {
        @Override
        public boolean configure(CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
            OptionValues.check(context, name, getOptionType(name, ignoreCase), value);
            return super.configure(context, target, name, value, ignoreCase);
        }

        @Override
        public Class<?> getOptionType(String name, boolean ignoreCase) {
            // the only long that is no duration
            return name.equalsIgnoreCase("maxBufferedBytes") ? Long.class : super.getOptionType(name, ignoreCase);
        }
    };

    private static final CallAutomationEndpointConfigurer ENDPOINT_OPTIONS = new CallAutomationEndpointConfigurer();

    /** Unknown to Camel, which masks secret options of its own components. */
    private static final String SECRETS = "incomingCallContext,eventGridSecret,callbackSecret,contextHeadersKey";

    @Metadata(description = "Options that endpoints use unless they set their own.")
    private CallAutomationConfiguration configuration = new CallAutomationConfiguration();

    @Metadata(
            label = "consumer",
            defaultValue = "/callautomation/events",
            description = "HTTP path on which all consumers of the component receive deliveries of events.")
    private String callbackPath = "/callautomation/events";

    @Metadata(
            label = "consumer,advanced",
            defaultValue = "true",
            description = "Whether the component listens on callbackPath. If not, events arrive only through "
                    + "callautomation:processEvents, and authentication of deliveries need not be configured.")
    private boolean callbackEnabled = true;

    @Metadata(
            label = "consumer,advanced",
            defaultValue = "1048576",
            description = "Maximum size of a delivery in bytes. A larger one is answered with 413.")
    private int maxBodySize = 1024 * 1024;

    @Metadata(
            label = "consumer,advanced",
            defaultValue = "false",
            description =
                    "Whether deliveries are received on all paths below callbackPath, too, so that the callbackUri "
                            + "of a call can have a path of its own such as /callautomation/events/4711.")
    private boolean callbackSubPaths;

    @Metadata(
            label = "consumer,advanced",
            defaultValue = "33554432",
            description =
                    "Maximum size in bytes of all deliveries that are received at the same time. Further ones are "
                            + "answered with 503, so that the service retries them.")
    private long maxBufferedBytes = 32L * 1024 * 1024;

    @Metadata(
            label = "consumer,advanced",
            defaultValue = "10000",
            javaType = "java.time.Duration",
            description =
                    "Maximum time from the head of a delivery until the end of its body. A slower one is answered "
                            + "with 408.")
    private long bodyTimeout = 10_000;

    @Metadata(
            label = "consumer,advanced",
            defaultValue = "10000",
            javaType = "java.time.Duration",
            description =
                    "Maximum time from the opening of a connection to the HTTP server until the end of the head of "
                            + "its first request. The connection is closed after it.")
    private long headTimeout = 10_000;

    @Metadata(
            label = "consumer,advanced",
            defaultValue = "120000",
            javaType = "java.time.Duration",
            description = "Maximum time from a response until the end of the head of the next request on the same "
                    + "connection. The connection is closed after it.")
    private long idleTimeout = 120_000;

    @Metadata(
            label = "consumer,advanced",
            defaultValue = "1000",
            description =
                    "Maximum number of connections to the HTTP server. If there are more, the one that has waited "
                            + "longest for a request is closed.")
    private int maxConnections = 1000;

    @Metadata(
            label = "consumer,advanced",
            defaultValue = "1000",
            description =
                    "Maximum number of events of a consumer that are queued or in flight. Further deliveries with "
                            + "events for that consumer are answered with 503, so that the service retries them.")
    private int maxPendingEvents = 1000;

    @Metadata(
            label = "consumer,advanced",
            defaultValue = "20",
            description =
                    "Maximum number of threads that run the route of a consumer at the same time. Each consumer has "
                            + "its own share, so that a route that hangs does not stop others. Threads are created when they are "
                            + "needed, and end when they are idle for a minute.")
    private int consumerThreads = 20;

    @Metadata(
            label = "consumer,advanced",
            autowired = true,
            description = "Repository for the deduplication of events that the service delivers again. If not set, "
                    + "the last 10,000 are kept in memory.")
    private @Nullable IdempotentRepository idempotentRepository;

    @Metadata(
            label = "consumer",
            defaultValue = "RECEIVED",
            description = "When a delivery is answered with 200: RECEIVED, once its events are queued for their "
                    + "routes, or ROUTED, once all routes have processed them (at least once). If a route "
                    + "fails, the delivery is answered with 503, so that the service retries it.")
    private AcknowledgeMode acknowledge = AcknowledgeMode.RECEIVED;

    @Metadata(
            label = "consumer,advanced",
            defaultValue = "25000",
            javaType = "java.time.Duration",
            description = "Maximum time that the answer to a delivery waits for routes if acknowledge is ROUTED. "
                    + "After it the service is asked to retry the delivery, while the routes continue.")
    private long acknowledgeTimeout = 25_000;

    @Metadata(
            label = "producer,advanced",
            defaultValue = "20",
            description = "Number of threads in the thread pool on which routes continue after an operation. "
                    + "Operations in flight do not use a thread.")
    private int producerThreads = 20;

    @Metadata(
            label = "producer,advanced",
            defaultValue = "100000",
            description = "Maximum number of operations that await their completion at the same time. A further one "
                    + "fails before its request is sent.")
    private int maxPendingOperations = 100_000;

    @Metadata(
            label = "advanced",
            description = "Id of this node in operation contexts, by which other nodes know where an operation is "
                    + "pending: 1 to 64 letters, digits and . _ -. A random one at each start if not set.")
    private @Nullable String nodeId;

    @Metadata(
            label = "advanced",
            description = "URI of the endpoint that this node publishes to, so that other nodes learn of events "
                    + "that complete their operations: for example a topic. All nodes must receive its messages "
                    + "through relayFromUri, except one with the header CamelCallAutomationRelayNode, which only that "
                    + "node must receive. Without a relay, an operation is completed only by events that "
                    + "arrive at its own node.")
    private @Nullable String relayToUri;

    @Metadata(
            label = "advanced",
            description = "URI of the endpoint that delivers all messages sent to relayToUri to this node: for "
                    + "example a topic with a consumer group for each node.")
    private @Nullable String relayFromUri;

    @Metadata(
            label = "advanced",
            defaultValue = "false",
            description =
                    "Whether a message with the header CamelCallAutomationRelayNode reaches that node alone. Events "
                            + "that name no operation are then sent to the nodes that have operations on their call, rather than "
                            + "to all. Set it when all nodes receive such messages.")
    private boolean relayByCall;

    @Metadata(
            label = "security",
            secret = true,
            description = "Key that signs context headers, so that only this application sets headers of its routes: "
                    + "16 to 200 characters; two keys with a comma between them while it is being changed, the "
                    + "new one first. A random one at each start if not set: with several nodes, or to keep "
                    + "context headers over a restart, set the same key everywhere.")
    private @Nullable String contextHeadersKey;

    @Metadata(
            label = "consumer,advanced",
            description = "Allow list of names of context headers, separated by commas, that become headers with the "
                    + "events of operations, in addition to those that the operations of this component declare "
                    + "by contextHeaders: for operations of other applications, and of endpoints that are "
                    + "created only when they are used.")
    private @Nullable String allowedContextHeaders;

    @Metadata(
            label = "advanced",
            defaultValue = "true",
            description =
                    "Whether operations carry the trace context in their operation context, so that the events of "
                            + "a call join its trace. It has no effect without a tracer.")
    private boolean traceContext = true;

    @Metadata(
            label = "advanced",
            autowired = true,
            description = "Relay between nodes to use instead of relayToUri and relayFromUri.")
    private @Nullable NodeRelay relay;

    @Metadata(
            label = "advanced",
            defaultValue = "5000",
            javaType = "java.time.Duration",
            description = "Time within which another node has to answer whether one of its operations is pending. "
                    + "After it that node is considered stopped, and the event is delivered to consumers as "
                    + "orphaned.")
    private long relayTimeout = 5_000;

    @Metadata(
            label = "security",
            defaultValue = "false",
            description = "Whether to use the global TLS configuration of the Camel context.")
    private boolean useGlobalSslContextParameters;

    @Metadata(
            label = "advanced",
            description = "Directory to which the events of each call, its requests and their responses are written, "
                    + "with phone numbers and secrets replaced, in a file for each call that tests can replay. "
                    + "Nothing is written if not set.")
    private @Nullable String journalDirectory;

    @Metadata(
            label = "advanced",
            autowired = true,
            description = "Vert.x instance that sends requests. It is not closed by the component. One is created "
                    + "if not set.")
    private @Nullable Vertx vertx;

    private final ContextHeaderPolicy contextHeaderPolicy = new ContextHeaderPolicy();
    private final OperationsView operationsView = new OperationsView(this);
    private final RouteReservations reservations = new RouteReservations(this);
    private @Nullable Running running;

    /** What exists while the component is started. */
    private record Running(
            String node,
            Clients clients,
            ScheduledExecutorService timer,
            PendingOperations pendingOperations,
            EventCorrelator operations,
            EventReception reception,
            UpgradeAuthentication upgrades,
            Observed observed,
            @Nullable CallJournal journal) {}

    public CallAutomationComponent() {}

    public CallAutomationComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        CallAutomationConfiguration options = configuration.copy();
        CallAutomationEndpoint endpoint = new CallAutomationEndpoint(uri, this, remaining, options);
        boolean ownResource = parameters.containsKey("endpoint") || parameters.containsKey("accessKey");
        if (ownResource && !parameters.containsKey("connectionString")) {
            // an endpoint that specifies another resource or key must not use the connection string of the component
            options.setConnectionString(null);
        }
        PlusSigns.restore(parameters);
        addHeaders(parameters, "voipHeader.", options::getVoipHeaders, options::setVoipHeaders);
        addHeaders(parameters, "sipHeader.", options::getSipHeaders, options::setSipHeaders);
        Set<String> given = Set.copyOf(parameters.keySet());
        endpoint.setGiven(given);
        parameters.forEach((name, value) ->
                OptionValues.check(getCamelContext(), name, ENDPOINT_OPTIONS.getOptionType(name, true), value));
        setProperties(endpoint, parameters);
        AwaitOptions.check(endpoint.action(), given, options);
        contextHeaderPolicy.declare(ContextHeaders.of(options.getContextHeaders()));
        return endpoint;
    }

    /** Adds the options with a prefix to those of the component, whose map is shared with other endpoints. */
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

    @Override
    public PropertyConfigurer getComponentPropertyConfigurer() {
        return STRICT_OPTIONS;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        StepErrorInterceptStrategy.addTo(getCamelContext());
        maskSecrets();
    }

    /** In URIs, and in the properties of components, which Camel Main logs at the start. */
    private void maskSecrets() {
        ExtendedCamelContext camel = getCamelContext().getCamelContextExtension();
        String keywords = Objects.requireNonNullElse(camel.getAdditionalSensitiveKeywords(), SECRETS);
        // set again if they are there: those of URIs are static, and another context replaces them
        camel.setAdditionalSensitiveKeywords(keywords.contains(SECRETS) ? keywords : keywords + "," + SECRETS);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        // not in doInit: options are set after it
        if (useGlobalSslContextParameters && configuration.getSslContextParameters() == null) {
            configuration.setSslContextParameters(retrieveGlobalSslContextParameters());
        }
        if (autowires() && configuration.getTokenCredential() == null) {
            configuration.setTokenCredential(CredentialOptions.bean(getCamelContext()));
        }
        String node = nodeId == null ? randomNodeId() : validNodeId(nodeId);
        contextHeaderPolicy.configure(contextHeadersKey, allowedContextHeaders);
        contextHeaderPolicy.traceContext(traceContext);
        NodeRelay nodes = nodeRelay();
        Observed observed = new Observed();
        if (CallAutomationDevConsole.isUsed(getCamelContext())) {
            observed.recordCalls();
        }
        ScheduledExecutorService timer = ThreadPools.timer(getCamelContext(), this, "CallAutomationTimer");
        Clients clients = new Clients(getCamelContext(), vertx, producerThreads, timer);
        PendingOperations pending = new PendingOperations(timer, maxPendingOperations, CompletingTypes::withoutContext);
        EventCorrelator operations = nodes == null
                ? pending
                : new RelayedOperations(
                        node,
                        pending,
                        new QueuedRelay(getCamelContext(), nodes, Duration.ofMillis(relayTimeout)),
                        timer,
                        Duration.ofMillis(relayTimeout),
                        Duration.ofMillis(acknowledgeTimeout));
        CallJournal journal = openJournal();
        IssuerKeys issuerKeys = new IssuerKeys(() -> clients.webClient(configuration));
        EventReception reception = new EventReception(
                getCamelContext(),
                receptionSettings(),
                journal == null ? operations : new JournalingCorrelator(operations, journal),
                new RouteConsumers(this),
                issuerKeys,
                this::server,
                timer,
                observed.observations());
        UpgradeAuthentication upgrades =
                new UpgradeAuthentication(getCamelContext(), configuration, issuerKeys, observed.observations());
        running = new Running(node, clients, timer, pending, operations, reception, upgrades, observed, journal);
        getCamelContext().addLifecycleStrategy(reservations);
        getCamelContext().addStartupListener(reservations);
        String name = findName();
        if (name != null) {
            show(name);
        }
    }

    /** Shows this component to operations, once it has started and its name is known. */
    void show(String name) throws Exception {
        if (running == null || !isStarted() && !isStarting()) {
            return;
        }
        PendingOperations pending = running.pendingOperations();
        operationsView.open(
                new HealthChecks.Subjects(
                        running.reception(),
                        callbackEnabled,
                        pending,
                        running.operations() instanceof RelayedOperations relayed ? relayed : null,
                        running.clients(),
                        running.observed().counters(),
                        running.journal()),
                new MeterValues(name, running.observed(), pending::size, pending::oldestAge));
    }

    /** Camel's own autowiring would load the class of a token credential, which belongs to an optional library. */
    private boolean autowires() {
        return isAutowiredEnabled() && getCamelContext().isAutowiredEnabled();
    }

    private DeliveryServer server() {
        ComponentsByName.of(getCamelContext()).forEach((name, other) -> {
            if (other != this && other.serves(this)) {
                throw new IllegalArgumentException("The components " + name + " and " + name()
                        + " have the same callbackPath " + callbackPath + "; set another one for either of them");
            }
        });
        return DeliveryServers.of(getCamelContext());
    }

    private String name() {
        String name = findName();
        return name == null ? CallAutomationConstants.SCHEME : name;
    }

    private @Nullable String findName() {
        return ComponentsByName.of(getCamelContext()).entrySet().stream()
                .filter(component -> component.getValue() == this)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Whether this component serves a path, or one that is above or below it. */
    private boolean serves(CallAutomationComponent other) {
        String own = path(this);
        String path = path(other);
        return running != null
                && running.reception().serves()
                && (own.equals(path)
                        || callbackSubPaths && path.startsWith(own)
                        || other.callbackSubPaths && own.startsWith(path));
    }

    /** With one slash at its end. */
    private static String path(CallAutomationComponent component) {
        return component.callbackPath.replaceAll("/*$", "") + "/";
    }

    private @Nullable CallJournal openJournal() {
        if (journalDirectory == null || journalDirectory.isBlank()) {
            return null;
        }
        ExecutorService thread = ThreadPools.pool(getCamelContext(), this, "CallAutomationJournal", 1);
        return new CallJournal(Path.of(journalDirectory), thread, () -> getCamelContext()
                .getExecutorServiceManager()
                .shutdownNow(thread));
    }

    private ReceptionSettings receptionSettings() {
        return new ReceptionSettings(
                callbackPath,
                callbackEnabled,
                callbackSubPaths,
                new DeliveryLimits(
                        maxBodySize,
                        maxBufferedBytes,
                        Duration.ofMillis(bodyTimeout),
                        Duration.ofMillis(headTimeout),
                        Duration.ofMillis(idleTimeout),
                        maxConnections,
                        Duration.ofMillis(acknowledgeTimeout)),
                maxPendingEvents,
                consumerThreads,
                idempotentRepository,
                acknowledge);
    }

    private static String randomNodeId() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static String validNodeId(String nodeId) {
        if (!NodeId.isValid(nodeId)) {
            throw new IllegalArgumentException(
                    "The option nodeId must have 1 to 64 letters, digits and . _ -, such as the name of a pod");
        }
        return nodeId;
    }

    private @Nullable NodeRelay nodeRelay() {
        if ((relayToUri == null) != (relayFromUri == null)) {
            throw new IllegalArgumentException("Set both of the options relayToUri and relayFromUri, or neither");
        }
        if (relay == null && relayToUri != null && relayByCall && nodeId == null) {
            throw new IllegalArgumentException("relayByCall=true requires the option nodeId, such as the name of a pod:"
                    + " relayToUri has to send messages with the header " + CallAutomationConstants.RELAY_NODE
                    + " to a topic of that id, which relayFromUri reads");
        }
        return relay == null && relayToUri != null && relayFromUri != null
                ? new EndpointRelay(getCamelContext(), relayToUri, relayFromUri, relayByCall)
                : relay;
    }

    /** Announces to the other nodes that this one stops; waits for {@code relayTimeout} at most. */
    void announceStop() throws InterruptedException {
        if (running != null && running.operations() instanceof RelayedOperations relayed) {
            try {
                relayed.announceStop().toCompletableFuture().get(relayTimeout, TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                LOG.debug("The other nodes do not know that this one stops", e);
            }
        }
    }

    @Override
    protected void doStop() throws Exception {
        getCamelContext().getLifecycleStrategies().remove(reservations);
        // a context that fails to start stops components that it has not started
        if (running != null) {
            operationsView.close();
            running.operations().close();
            running.reception().close();
            running.clients().close();
            CallJournal journal = running.journal();
            if (journal != null) {
                journal.close();
            }
            running.observed().observations().close();
            getCamelContext().getExecutorServiceManager().shutdownNow(running.timer());
            // kept, because producers and consumers may stop later
        }
        super.doStop();
    }

    private Running running() {
        return Objects.requireNonNull(running, "the component is not started");
    }

    /** The id of this node in operation contexts. */
    String node() {
        return running().node();
    }

    /** Signs and verifies context headers. */
    ContextHeaderPolicy contextHeaderPolicy() {
        return contextHeaderPolicy;
    }

    Clients clients() {
        return running().clients();
    }

    /** {@code null} if the application has no health checks. */
    @Nullable
    HealthChecks health() {
        return operationsView.health();
    }

    PendingOperations pendingOperations() {
        return running().pendingOperations();
    }

    EventReception reception() {
        return running().reception();
    }

    UpgradeAuthentication upgrades() {
        return running().upgrades();
    }

    /** {@code null} if calls are not recorded. */
    @Nullable
    CallJournal journal() {
        return running().journal();
    }

    /** Is told what happens. */
    Observations observations() {
        return running().observed().observations();
    }

    /** What was counted since the start; nothing before it. */
    Counts counts() {
        return running == null ? Counts.NONE : running.observed().counters().counts();
    }

    /** The number of events that are queued or in flight, by route. */
    Map<String, Integer> lanes() {
        return running == null ? Map.of() : running.observed().lanes().depths();
    }

    /** The calls in progress, as seen by this node. */
    List<CallInProgress> callsInProgress() {
        return running == null ? List.of() : running.observed().callsInProgress();
    }

    /**
     * Number of events that were accepted since the start of the component although no consumer matches them; events that only
     * operations awaited are included.
     */
    @ManagedAttribute(description = "Number of accepted events that no consumer matches")
    public long getUnmatchedEvents() {
        return counts().unmatched();
    }

    /** Number of operations that await their completion. */
    @ManagedAttribute(description = "Number of operations that await their completion")
    public int getPendingOperations() {
        return running == null ? 0 : running.pendingOperations().size();
    }

    /** Age in milliseconds of the oldest operation that awaits its completion; 0 if there is none. */
    @ManagedAttribute(description = "Age in milliseconds of the oldest operation that awaits its completion")
    public long getOldestPendingOperation() {
        return running == null ? 0 : running.pendingOperations().oldestAge();
    }

    /** Number of operations that the service has accepted, whether or not their completion is awaited. */
    @ManagedAttribute(description = "Number of operations that the service has accepted")
    public long getAcceptedOperations() {
        return counts().sum(OperationCounts::accepted);
    }

    /** Number of operations that an event has completed. */
    @ManagedAttribute(description = "Number of operations that an event has completed")
    public long getCompletedOperations() {
        return counts().ended(OperationOutcome.COMPLETED);
    }

    /** Number of operations that an event has reported as failed. */
    @ManagedAttribute(description = "Number of operations that an event has reported as failed")
    public long getFailedOperations() {
        return counts().ended(OperationOutcome.FAILED);
    }

    /** Number of operations that no event has completed in time. */
    @ManagedAttribute(description = "Number of operations that no event has completed in time")
    public long getTimedOutOperations() {
        return counts().ended(OperationOutcome.TIMED_OUT);
    }

    /** Number of operations that the service has refused. */
    @ManagedAttribute(description = "Number of operations that the service has refused")
    public long getRefusedOperations() {
        return counts().ended(OperationOutcome.REFUSED);
    }

    /** Number of operations without a usable response of the service. */
    @ManagedAttribute(description = "Number of operations without a usable response of the service")
    public long getUnansweredOperations() {
        return counts().ended(OperationOutcome.UNANSWERED);
    }

    /** Number of retries of requests. */
    @ManagedAttribute(description = "Number of retries of requests")
    public long getRequestRetries() {
        return counts().sum(OperationCounts::retries);
    }

    /** Number of deliveries of events that were acknowledged. */
    @ManagedAttribute(description = "Number of deliveries of events that were acknowledged")
    public long getAcceptedDeliveries() {
        return counts().deliveriesAccepted();
    }

    /** Number of deliveries of events that were refused; without handshakes and connections. */
    @ManagedAttribute(description = "Number of deliveries of events that were refused")
    public long getRefusedDeliveries() {
        return counts().refused();
    }

    /** Time of the last delivery that was acknowledged; {@code null} if there was none. */
    @ManagedAttribute(description = "Time of the last delivery that was acknowledged")
    public @Nullable Date getLastAcceptedDelivery() {
        Instant last = counts().lastAcceptedDelivery();
        return last == null ? null : Date.from(last);
    }

    /** Number of events that were received, each once. */
    @ManagedAttribute(description = "Number of events that were received, each once")
    public long getReceivedEvents() {
        return counts().received();
    }

    /** Number of repetitions of events that were not passed to a route. */
    @ManagedAttribute(description = "Number of repetitions of events that were not passed to a route")
    public long getDeduplicatedEvents() {
        return counts().deduplicated();
    }

    /** Number of repetitions of events that were passed to a route again. */
    @ManagedAttribute(description = "Number of repetitions of events that were passed to a route again")
    public long getRedeliveredEvents() {
        return counts().redelivered();
    }

    /** Number of events of awaited operations that were not pending any more. */
    @ManagedAttribute(description = "Number of events of operations that were not pending any more")
    public long getOrphanedEvents() {
        return counts().orphaned();
    }

    /** Number of entries that could not be written to the journals of calls. */
    @ManagedAttribute(description = "Number of entries that could not be written to the journals of calls")
    public long getUnwrittenJournalEntries() {
        CallJournal journal = running == null ? null : running.journal();
        return journal == null ? 0 : journal.unwritten();
    }

    /** The number of operations by their outcome, those that have occurred. */
    @ManagedOperation(description = "Number of operations by outcome")
    public TabularData operationCounts() throws OpenDataException {
        return CountTables.byOperation(counts());
    }

    /** The number of failed and refused operations by subcode. */
    @ManagedOperation(description = "Number of failed and refused operations by subcode")
    public TabularData failureCounts() throws OpenDataException {
        return CountTables.bySubCode(counts());
    }

    /** The number of refused deliveries, handshakes and other requests by reason. */
    @ManagedOperation(description = "Number of refused deliveries, handshakes and other requests by reason")
    public TabularData refusedDeliveryCounts() throws OpenDataException {
        return CountTables.byReason(counts());
    }

    /** The number of received events by type and subcode. */
    @ManagedOperation(description = "Number of received events by type and subcode")
    public TabularData eventCounts() throws OpenDataException {
        return CountTables.byType(counts());
    }

    public CallAutomationConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(CallAutomationConfiguration configuration) {
        this.configuration = configuration;
    }

    public String getCallbackPath() {
        return callbackPath;
    }

    public void setCallbackPath(String callbackPath) {
        this.callbackPath = callbackPath;
    }

    public boolean isCallbackEnabled() {
        return callbackEnabled;
    }

    public void setCallbackEnabled(boolean callbackEnabled) {
        this.callbackEnabled = callbackEnabled;
    }

    public int getMaxBodySize() {
        return maxBodySize;
    }

    public void setMaxBodySize(int maxBodySize) {
        this.maxBodySize = maxBodySize;
    }

    public boolean isCallbackSubPaths() {
        return callbackSubPaths;
    }

    public void setCallbackSubPaths(boolean callbackSubPaths) {
        this.callbackSubPaths = callbackSubPaths;
    }

    public long getMaxBufferedBytes() {
        return maxBufferedBytes;
    }

    public void setMaxBufferedBytes(long maxBufferedBytes) {
        this.maxBufferedBytes = maxBufferedBytes;
    }

    public long getBodyTimeout() {
        return bodyTimeout;
    }

    public void setBodyTimeout(long bodyTimeout) {
        this.bodyTimeout = bodyTimeout;
    }

    public long getHeadTimeout() {
        return headTimeout;
    }

    public void setHeadTimeout(long headTimeout) {
        this.headTimeout = headTimeout;
    }

    public long getIdleTimeout() {
        return idleTimeout;
    }

    public void setIdleTimeout(long idleTimeout) {
        this.idleTimeout = idleTimeout;
    }

    public int getMaxConnections() {
        return maxConnections;
    }

    public void setMaxConnections(int maxConnections) {
        this.maxConnections = maxConnections;
    }

    public int getMaxPendingEvents() {
        return maxPendingEvents;
    }

    public void setMaxPendingEvents(int maxPendingEvents) {
        this.maxPendingEvents = maxPendingEvents;
    }

    public int getConsumerThreads() {
        return consumerThreads;
    }

    public void setConsumerThreads(int consumerThreads) {
        this.consumerThreads = consumerThreads;
    }

    public @Nullable IdempotentRepository getIdempotentRepository() {
        return idempotentRepository;
    }

    public void setIdempotentRepository(@Nullable IdempotentRepository idempotentRepository) {
        this.idempotentRepository = idempotentRepository;
    }

    public AcknowledgeMode getAcknowledge() {
        return acknowledge;
    }

    public void setAcknowledge(AcknowledgeMode acknowledge) {
        this.acknowledge = acknowledge;
    }

    public long getAcknowledgeTimeout() {
        return acknowledgeTimeout;
    }

    public void setAcknowledgeTimeout(long acknowledgeTimeout) {
        this.acknowledgeTimeout = acknowledgeTimeout;
    }

    public int getProducerThreads() {
        return producerThreads;
    }

    public void setProducerThreads(int producerThreads) {
        this.producerThreads = producerThreads;
    }

    public int getMaxPendingOperations() {
        return maxPendingOperations;
    }

    public void setMaxPendingOperations(int maxPendingOperations) {
        this.maxPendingOperations = maxPendingOperations;
    }

    public @Nullable String getNodeId() {
        return nodeId;
    }

    public void setNodeId(@Nullable String nodeId) {
        this.nodeId = nodeId;
    }

    public @Nullable String getRelayToUri() {
        return relayToUri;
    }

    public void setRelayToUri(@Nullable String relayToUri) {
        this.relayToUri = relayToUri;
    }

    public @Nullable String getRelayFromUri() {
        return relayFromUri;
    }

    public void setRelayFromUri(@Nullable String relayFromUri) {
        this.relayFromUri = relayFromUri;
    }

    public boolean isRelayByCall() {
        return relayByCall;
    }

    public void setRelayByCall(boolean relayByCall) {
        this.relayByCall = relayByCall;
    }

    public @Nullable String getContextHeadersKey() {
        return contextHeadersKey;
    }

    public void setContextHeadersKey(@Nullable String contextHeadersKey) {
        this.contextHeadersKey = contextHeadersKey;
    }

    public @Nullable String getAllowedContextHeaders() {
        return allowedContextHeaders;
    }

    public void setAllowedContextHeaders(@Nullable String allowedContextHeaders) {
        this.allowedContextHeaders = allowedContextHeaders;
    }

    public boolean isTraceContext() {
        return traceContext;
    }

    public void setTraceContext(boolean traceContext) {
        this.traceContext = traceContext;
    }

    public @Nullable NodeRelay getRelay() {
        return relay;
    }

    public void setRelay(@Nullable NodeRelay relay) {
        this.relay = relay;
    }

    public long getRelayTimeout() {
        return relayTimeout;
    }

    public void setRelayTimeout(long relayTimeout) {
        this.relayTimeout = relayTimeout;
    }

    public @Nullable String getJournalDirectory() {
        return journalDirectory;
    }

    public void setJournalDirectory(@Nullable String journalDirectory) {
        this.journalDirectory = journalDirectory;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public @Nullable Vertx getVertx() {
        return vertx;
    }

    public void setVertx(@Nullable Vertx vertx) {
        this.vertx = vertx;
    }
}
