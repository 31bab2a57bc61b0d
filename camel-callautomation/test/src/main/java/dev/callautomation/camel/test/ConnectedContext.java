package dev.callautomation.camel.test;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.StartupListener;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.SimpleEventNotifierSupport;

import dev.callautomation.camel.CallAutomationComponent;
import dev.callautomation.camel.CallAutomationEndpoint;

/** Lets the components of a Camel context use a simulator, and subscribes them to Event Grid when their routes have started. */
final class ConnectedContext extends LifecycleStrategySupport implements StartupListener {

    /** Value of the option callbackUri in properties, which are read before the HTTP server has a port. */
    static final String UNKNOWN_CALLBACK_URI = "http://localhost/not-started";

    private final TestSimulator simulator;
    private final CamelContext context;
    private final Supplier<Optional<URI>> address;
    private final Map<CallAutomationComponent, URI> subscriptions = new ConcurrentHashMap<>();

    private ConnectedContext(TestSimulator simulator, CamelContext context, Supplier<Optional<URI>> address) {
        this.simulator = simulator;
        this.context = context;
        this.address = address;
    }

    /**
     * Connects a context that has not started yet.
     *
     * @param address of its HTTP server, with the context path and without a slash at its end; empty while it does not listen
     */
    static void connect(TestSimulator simulator, CamelContext context, Supplier<Optional<URI>> address)
            throws Exception {
        ConnectedContext connected = new ConnectedContext(simulator, context, address);
        context.addLifecycleStrategy(connected);
        context.addStartupListener(connected);
        context.getManagementStrategy().addEventNotifier(connected.new StartingRoutes());
        connected.components().forEach(connected::configure);
        simulator.connected(context);
    }

    @Override
    public void onComponentAdd(String name, Component component) {
        if (component instanceof CallAutomationComponent ours) {
            configure(ours);
        }
    }

    /** An endpoint that has no callback URI of its own uses that of the component when it sends a request. */
    @Override
    public void onEndpointAdd(Endpoint endpoint) {
        if (endpoint instanceof CallAutomationEndpoint ours
                && UNKNOWN_CALLBACK_URI.equals(ours.getConfiguration().getCallbackUri())) {
            ours.getConfiguration().setCallbackUri(null);
        }
    }

    @Override
    public void onContextStopping(CamelContext stopping) {
        subscriptions.values().forEach(simulator.simulator()::unsubscribe);
        subscriptions.clear();
        simulator.disconnected(context);
    }

    @Override
    public void onCamelContextStarted(CamelContext started, boolean alreadyStarted) {
        // see onCamelContextFullyStarted: some consumers have not started yet
    }

    @Override
    public void onCamelContextFullyStarted(CamelContext started, boolean alreadyStarted) {
        subscribe();
    }

    private List<CallAutomationComponent> components() {
        return context.getComponentNames().stream()
                .map(context::hasComponent)
                .filter(CallAutomationComponent.class::isInstance)
                .map(CallAutomationComponent.class::cast)
                .toList();
    }

    private void configure(CallAutomationComponent component) {
        simulator.configure(component);
        address.get().ifPresent(uri -> component.getConfiguration().setCallbackUri(uri + component.getCallbackPath()));
    }

    /** Subscribes the components whose callback path has been opened by a route. */
    private void subscribe() {
        for (Route route : context.getRoutes()) {
            if (route.getEndpoint() instanceof CallAutomationEndpoint endpoint) {
                CallAutomationComponent component = endpoint.getComponent();
                configure(component);
                if (component.isCallbackEnabled()) {
                    subscriptions.computeIfAbsent(component, this::subscribe);
                }
            }
        }
    }

    private URI subscribe(CallAutomationComponent component) {
        URI uri = address.get()
                .orElseThrow(() -> new IllegalStateException(
                        "The Camel context has no HTTP server for the events of the" + " simulator"));
        return simulator.subscribe(uri, component.getCallbackPath());
    }

    private final class StartingRoutes extends SimpleEventNotifierSupport {

        @Override
        public void notify(CamelEvent event) {
            if (event instanceof CamelEvent.CamelContextRoutesStartingEvent) {
                // the HTTP server listens, and no route can have sent a request
                components().forEach(ConnectedContext.this::configure);
            } else if (event instanceof CamelEvent.RouteStartedEvent && context.isStarted()) {
                // the route has been added to a context that was started before
                subscribe();
            }
        }
    }
}
