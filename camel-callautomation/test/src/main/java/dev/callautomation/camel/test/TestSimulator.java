package dev.callautomation.camel.test;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.camel.CamelContext;

import dev.callautomation.camel.CallAutomationComponent;
import dev.callautomation.camel.CallAutomationConfiguration;
import dev.callautomation.camel.CredentialType;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.model.EventGridSubscription;

/** A simulator, and the options by which components use it. */
final class TestSimulator implements AutoCloseable {

    private static final CallAutomationConfiguration DEFAULTS = new CallAutomationConfiguration();
    private static final Duration EXCHANGES_END = Duration.ofSeconds(5);
    private static final List<String> UNUSED = List.of(
            "accessKey",
            "tenantId",
            "clientId",
            "clientSecret",
            "proxyUsername",
            "proxyPassword",
            "eventGridTenantId",
            "eventGridAudience",
            "eventGridAllowedSubscriptions");

    private final CallAutomationSimulator simulator;
    private final SimulatorSettings settings;
    private final String eventGridSecret = UUID.randomUUID().toString();
    private final String contextHeadersKey = UUID.randomUUID().toString();

    private final Set<CamelContext> contexts = ConcurrentHashMap.newKeySet();
    private final ReentrantLock use = new ReentrantLock();
    private int inFlightBefore;
    private volatile boolean closed;

    private TestSimulator(CallAutomationSimulator simulator, SimulatorSettings settings) {
        this.simulator = simulator;
        this.settings = settings;
    }

    static TestSimulator start(SimulatorSettings settings) {
        return new TestSimulator(CallAutomationSimulator.start(settings.newOptions()), settings);
    }

    CallAutomationSimulator simulator() {
        return simulator;
    }

    /**
     * Options of a component by their names in camel case; all but the callback URI, which depends on the application. Those of
     * production, which {@link #configure} removes, have valid values here, in place of placeholders that a test cannot resolve.
     */
    Map<String, String> options() {
        Map<String, String> options = new HashMap<>();
        UNUSED.forEach(name -> options.put(name, "unused"));
        options.put("proxyHost", "localhost");
        options.put("proxyPort", "1");
        options.put("nonProxyHosts", "*");
        options.put("eventGridIssuer", DEFAULTS.getEventGridIssuer());
        options.put("eventGridAppId", DEFAULTS.getEventGridAppId());
        options.put("eventGridAllowedOrigins", DEFAULTS.getEventGridAllowedOrigins());
        options.put("credentialType", CredentialType.CONNECTION_STRING.name());
        options.put("connectionString", simulator.connectionString());
        options.put("endpoint", simulator.uri().toString());
        options.put("resourceId", simulator.resourceId());
        options.put("callbackIssuer", simulator.issuer().toString());
        options.put("eventGridSecret", eventGridSecret);
        options.put("contextHeadersKey", contextHeadersKey);
        // producers of camel-main check it before it is removed
        options.put("callbackSecret", UUID.randomUUID().toString());
        return options;
    }

    void configure(CallAutomationComponent component) {
        CallAutomationConfiguration configuration = component.getConfiguration();
        configuration.setCredentialType(CredentialType.CONNECTION_STRING);
        configuration.setConnectionString(simulator.connectionString());
        configuration.setResourceId(simulator.resourceId());
        configuration.setCallbackIssuer(simulator.issuer().toString());
        configuration.setEventGridSecret(eventGridSecret);
        component.setContextHeadersKey(contextHeadersKey);
        removeCredentials(configuration);
        removeProxy(configuration);
        removeConditionsOfSenders(configuration);
    }

    private static void removeCredentials(CallAutomationConfiguration configuration) {
        configuration.setEndpoint(null);
        configuration.setAccessKey(null);
        configuration.setTenantId(null);
        configuration.setClientId(null);
        configuration.setClientSecret(null);
        configuration.setTokenCredential(null);
    }

    private static void removeProxy(CallAutomationConfiguration configuration) {
        configuration.setProxyHost(null);
        configuration.setProxyPort(null);
        configuration.setProxyUsername(null);
        configuration.setProxyPassword(null);
        configuration.setNonProxyHosts(null);
    }

    private static void removeConditionsOfSenders(CallAutomationConfiguration configuration) {
        configuration.setCallbackSecret(null);
        configuration.setEventGridTenantId(null);
        configuration.setEventGridAudience(null);
        configuration.setEventGridAppId(DEFAULTS.getEventGridAppId());
        configuration.setEventGridIssuer(DEFAULTS.getEventGridIssuer());
        configuration.setEventGridAllowedSubscriptions(null);
        configuration.setEventGridAllowedOrigins(DEFAULTS.getEventGridAllowedOrigins());
    }

    /** Delivers events of Event Grid to the path of a component; the result is the address of the subscription. */
    URI subscribe(URI callbackUri, String callbackPath) {
        URI endpoint = URI.create(callbackUri + callbackPath + "?code=" + eventGridSecret);
        simulator.subscribe(EventGridSubscription.to(endpoint)
                .withTypes(settings.eventGrid().toArray(String[]::new)));
        return endpoint;
    }

    /** A Camel context uses it from now on. */
    void connected(CamelContext context) {
        contexts.add(context);
    }

    void disconnected(CamelContext context) {
        contexts.remove(context);
    }

    /** Waits until no other thread runs a test with it. */
    void testBegins() {
        use.lock();
        inFlightBefore = inFlight();
    }

    /** The test that the current thread began, if it did, has ended. */
    void testEnded() {
        if (use.isHeldByCurrentThread()) {
            use.unlock();
        }
    }

    /**
     * Ends what the test has begun before the next one begins: calls end by events, so that routes that wait for them go on, and
     * exchanges have a while to end. What has not ended then is given up.
     */
    void endCallsAndReset() {
        if (closed) {
            return;
        }
        simulator.setFaults();
        long end = System.nanoTime() + EXCHANGES_END.toNanos();
        do {
            // routes may have created calls meanwhile
            simulator.endCalls();
        } while (inFlight() > inFlightBefore && System.nanoTime() < end && pause());
        simulator.reset();
    }

    private int inFlight() {
        return contexts.stream()
                .filter(CamelContext::isStarted)
                .mapToInt(context -> context.getInflightRepository().size())
                .sum();
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Writes the timelines of a failed test to standard error, which runners show with it. */
    void report(String test) {
        String timelines = simulator.timelines();
        System.err.println("Calls of " + test + " in the simulator:" + System.lineSeparator()
                + (timelines.isEmpty() ? "There is no call." : timelines));
    }

    @Override
    public void close() {
        closed = true;
        simulator.close();
    }
}
