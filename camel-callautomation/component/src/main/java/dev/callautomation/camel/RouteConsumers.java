package dev.callautomation.camel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.apache.camel.CamelContext;
import org.apache.camel.DelegateEndpoint;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.internal.ingress.ConfiguredReceivers;
import dev.callautomation.camel.internal.ingress.EventReceiver;

/**
 * The consumers of a component that the routes of the context configure. Camel has all routes in its list before it starts the
 * first consumer, and keeps those that are stopped.
 */
final class RouteConsumers implements ConfiguredReceivers {

    private static final Set<ServiceStatus> STARTING =
            EnumSet.of(ServiceStatus.Initializing, ServiceStatus.Initialized, ServiceStatus.Starting);

    private final CallAutomationComponent component;

    RouteConsumers(CallAutomationComponent component) {
        this.component = component;
    }

    /** A supervising route controller starts routes after the context. */
    @Override
    public boolean starting() {
        CamelContext context = component.getCamelContext();
        return STARTING.contains(context.getStatus())
                || context.getStatus() == ServiceStatus.Started
                        && context.getRouteController().isStartingRoutes();
    }

    @Override
    public List<StoppedRoute> stopped(Collection<EventReceiver> running) {
        // for each delivery: without a stream, as there seldom is such a route
        List<StoppedRoute> stopped = List.of();
        for (Route route : component.getCamelContext().getRoutes()) {
            if (isStopped(route, running)) {
                stopped = stopped.isEmpty() ? new ArrayList<>() : stopped;
                stopped.add(stopped(route));
            }
        }
        return stopped;
    }

    private boolean isStopped(Route route, Collection<EventReceiver> running) {
        CallAutomationEndpoint endpoint = endpoint(route, component);
        if (endpoint == null) {
            return false;
        }
        return route.getConsumer() instanceof CallAutomationConsumer consumer
                ? !running.contains(consumer)
                : running.stream().noneMatch(receiver -> isDelegate(receiver, endpoint));
    }

    private StoppedRoute stopped(Route route) {
        CallAutomationConfiguration options =
                Objects.requireNonNull(endpoint(route, component)).getConfiguration();
        return new StoppedRoute(
                route.getRouteId(),
                CallAutomationConsumer.filter(options),
                options.isOrphanedOnly(),
                !Boolean.FALSE.equals(route.isAutoStartup()));
    }

    /** The consumer of another component, such as that of a cluster's leader, creates ours when it needs it. */
    private static boolean isDelegate(EventReceiver receiver, CallAutomationEndpoint endpoint) {
        return receiver instanceof CallAutomationConsumer consumer
                && consumer.getEndpoint() == endpoint
                && consumer.getRouteId() == null;
    }

    /** The endpoint that a route consumes from, also through other components; {@code null} if it is not of this component. */
    static @Nullable CallAutomationEndpoint endpoint(Route route, CallAutomationComponent component) {
        return target(route.getEndpoint()) instanceof CallAutomationEndpoint own && own.getComponent() == component
                ? own
                : null;
    }

    private static Endpoint target(Endpoint endpoint) {
        return endpoint instanceof DelegateEndpoint delegate ? target(delegate.getEndpoint()) : endpoint;
    }
}
