package dev.callautomation.camel;

import java.util.Collection;

import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Ordered;
import org.apache.camel.Route;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.StartupListener;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * Opens the callback path before any route of the context is started, as soon as the HTTP server is: deliveries for the routes
 * that receive events are answered with 503 until then, not with 404.
 */
final class RouteReservations extends LifecycleStrategySupport implements StartupListener, Ordered {

    private final CallAutomationComponent component;

    RouteReservations(CallAutomationComponent component) {
        this.component = component;
    }

    /** The routes have been created, and services such as the HTTP server started. */
    @Override
    public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) throws Exception {
        for (Route route : context.getRoutes()) {
            CallAutomationEndpoint endpoint = RouteConsumers.endpoint(route, component);
            if (endpoint != null) {
                component.reception().reserve(route.getRouteId(), endpoint.current());
            }
        }
    }

    /** After the listener of Camel that starts services, which is the last one, too, and was added before. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST;
    }

    @Override
    public void onComponentAdd(String name, Component added) {
        if (added == component) {
            try {
                component.show(name);
            } catch (Exception e) {
                throw RuntimeCamelException.wrapRuntimeException(e);
            }
        }
    }

    @Override
    public void onRoutesRemove(Collection<Route> routes) {
        routes.stream()
                .filter(route -> RouteConsumers.endpoint(route, component) != null)
                .forEach(route -> component.reception().release(route.getRouteId()));
    }
}
