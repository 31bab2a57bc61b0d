package dev.callautomation.camel.docs;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.ResourceHelper;

import dev.callautomation.camel.CallAutomationComponent;
import dev.callautomation.camel.CallAutomationConfiguration;
import dev.callautomation.camel.docs.Page.Snippet;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.EventGridSubscription;

/** A simulator and a Camel context that runs the routes of a page against it. */
final class Telephony implements AutoCloseable {

    /** The application's number on all pages. */
    static final String NUMBER = "+18005550100";

    private static final String RESOURCE = "7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10";
    private static final String USER = "00000026-4b1d-2c3e-99c6-593a0d00c1d2";

    /** The placeholder {@code agent} of pages. */
    static final String AGENT = "8:acs:" + RESOURCE + "_" + USER;

    /** The secret of the Event Grid subscription on all pages. */
    static final String SECRET = "a-secret-of-my-own";

    /** The key of context headers, which all nodes share. */
    static final String HEADERS_KEY = "a-key-of-all-nodes";

    private static final SimulatorOptions FAST = SimulatorOptions.defaults()
            .withRing(Duration.ofMillis(20))
            .withPlay(Duration.ofMillis(20))
            .withAwait(Duration.ofSeconds(30));
    private static final String COMPONENT = "camel.component.callautomation.";

    private final CallAutomationSimulator simulator;
    private final boolean first;
    private final String contextPath;
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final CallAutomationComponent component = new CallAutomationComponent();
    private final String streams = "ws://localhost:" + freePort();
    private final Properties settings = new Properties();

    Telephony() throws Exception {
        this(FAST, "");
    }

    /** @param contextPath of the HTTP server; empty for none */
    private Telephony(SimulatorOptions options, String contextPath) throws Exception {
        this(CallAutomationSimulator.start(options), true, 0, contextPath);
    }

    private Telephony(CallAutomationSimulator simulator, boolean first, int port, String contextPath) throws Exception {
        this.simulator = simulator;
        this.first = first;
        this.contextPath = contextPath;
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setPath(contextPath.isEmpty() ? "/" : contextPath);
        server.setBindHost("127.0.0.1");
        server.setBindPort(port);
        // operations that wait open the path before the context has started its other services
        context.addService(new VertxPlatformHttpServer(server), true, true);
        component.getConfiguration().setConnectionString(simulator.connectionString());
        component.getConfiguration().setResourceId(simulator.resourceId());
        component.getConfiguration().setCallbackIssuer(simulator.issuer().toString());
        component.getConfiguration().setEventGridSecret(SECRET);
        component.setContextHeadersKey(HEADERS_KEY);
        context.addComponent("callautomation", component);
        Properties placeholders = new Properties();
        placeholders.setProperty("agent", AGENT);
        placeholders.setProperty("resourceId", RESOURCE);
        placeholders.setProperty("agentId", USER);
        placeholders.setProperty("lobbyCall", "c2");
        placeholders.setProperty("cognitiveServices", "https://contoso.cognitiveservices.azure.com");
        placeholders.setProperty("prompts", "https://contact.example.com/prompts");
        placeholders.setProperty("streams", streams);
        placeholders.setProperty(
                "streams.port", String.valueOf(URI.create(streams).getPort()));
        context.getPropertiesComponent().setInitialProperties(placeholders);
        settings.setProperty("database.url", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        context.getPropertiesComponent().setOverrideProperties(settings);
    }

    /** Time of the simulator stands still until a test moves it. */
    static Telephony withVirtualTime() throws Exception {
        return new Telephony(FAST.withVirtualTime(true), "");
    }

    static Telephony withContextPath(String contextPath) throws Exception {
        return new Telephony(FAST, contextPath);
    }

    /** Another node with routes of the same service, with the same settings. */
    Telephony node() throws Exception {
        return new Telephony(simulator, false, 0, contextPath).with(settings);
    }

    /** Stops the routes, also those that await something; the result is to be loaded, and receives the events of their calls. */
    Telephony restart() throws Exception {
        int port = events().getPort();
        context.stop();
        return new Telephony(simulator, first, port, contextPath).with(settings);
    }

    /** Settings that replace those of the page; to be set before routes are loaded. */
    Telephony with(Map<?, ?> values) {
        settings.putAll(values);
        return this;
    }

    /** A setting, as the routes have it. */
    String setting(String key) {
        return context.resolvePropertyPlaceholders("{{" + key + "}}");
    }

    /** @param classes where Java code is compiled to; what routes write is beside it */
    Telephony load(Snippet snippet, Path classes) throws Exception {
        properties(classes).forEach(context.getPropertiesComponent()::addInitialProperty);
        configure(snippet.page().properties(snippet));
        if (snippet.language().equals("yaml")) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString("snippet.camel.yaml", snippet.text()));
        } else {
            context.addRoutes(JavaSnippets.routes(snippet, classes));
        }
        return this;
    }

    /** As an application's own file of properties: those of the component, and placeholders. */
    private void configure(Properties properties) {
        properties.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (name.equals(COMPONENT + "contextHeadersKey")) {
                return;
            }
            if (name.startsWith(COMPONENT)) {
                PropertyBindingSupport.build()
                        .withConfigurer(component.getComponentPropertyConfigurer())
                        .withMandatory(true)
                        .bind(context, component, name.substring(COMPONENT.length()), value);
            } else {
                context.getPropertiesComponent().addInitialProperty(name, String.valueOf(value));
            }
        });
    }

    /** Directories in the place of the other systems of pages. */
    static Map<String, String> properties(Path directory) {
        return Map.of(
                "transcripts", directory.resolve("transcripts").toString(),
                "calls.to", "file:" + directory.resolve("calls"),
                "calls.from", "file:" + directory.resolve("calls") + "?delete=true&initialDelay=0&delay=20",
                "calls.rejected", "file:" + directory.resolve("rejected"),
                "relay.to", "mock:relay");
    }

    /** Starts the routes and tells the service where they are. */
    Telephony start() {
        context.start();
        component.getConfiguration().setCallbackUri(events().toString());
        if (context.getRoutes().stream()
                .anyMatch(route -> route.getEndpoint().getEndpointUri().startsWith("callautomation:"))) {
            simulator.subscribe(EventGridSubscription.to(events() + "?code=" + SECRET)
                    .withTypes("IncomingCall", "RecordingFileStatusUpdated"));
        }
        return this;
    }

    /** Where the application takes events. */
    URI events() {
        int port = context.hasService(VertxPlatformHttpServer.class).getPort();
        return URI.create("http://127.0.0.1:" + port + contextPath + component.getCallbackPath());
    }

    /** The address of the WebSockets of the application, if its routes have any. */
    String streams() {
        return streams;
    }

    /** Options of the component, to be set before routes are loaded. */
    CallAutomationConfiguration configuration() {
        return component.getConfiguration();
    }

    void inject(Fault... faults) {
        simulator.setFaults(faults);
    }

    DefaultCamelContext context() {
        return context;
    }

    CallAutomationSimulator simulator() {
        return simulator;
    }

    /** The raw ids of all parties of a call. */
    List<String> participants(String call) {
        return simulator.call(call).orElseThrow().participants().stream()
                .map(participant -> participant.identifier().rawId())
                .toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        context.stop();
        if (first) {
            simulator.close();
        }
    }
}
