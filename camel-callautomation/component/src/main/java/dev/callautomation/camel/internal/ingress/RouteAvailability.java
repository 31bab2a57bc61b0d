package dev.callautomation.camel.internal.ingress;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.internal.ingress.ConfiguredReceivers.StoppedRoute;

/**
 * Whether all routes that want an event can receive it. An event that is acknowledged while one of them is not started would
 * be lost for that route.
 */
final class RouteAvailability {

    private static final Logger LOG = LoggerFactory.getLogger(RouteAvailability.class);

    private final ConfiguredReceivers configured;
    private final EventCorrelator operations;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    RouteAvailability(ConfiguredReceivers configured, EventCorrelator operations) {
        this.configured = configured;
        this.operations = operations;
    }

    /** @param running the receivers that get the events unless they are refused */
    boolean accepts(List<ReceivedEvent> events, Collection<EventReceiver> running) {
        if (configured.starting()) {
            LOG.debug("The routes of the context are starting: {} is refused", events);
            return false;
        }
        List<StoppedRoute> stopped = configured.stopped(running);
        if (stopped.isEmpty() && reported.isEmpty()) {
            return true;
        }
        reported.retainAll(stopped.stream().map(StoppedRoute::id).toList());
        List<String> wanting = stopped.stream()
                .filter(route -> events.stream().anyMatch(event -> wants(route, event)))
                .map(StoppedRoute::id)
                .toList();
        wanting.stream().filter(reported::add).forEach(RouteAvailability::report);
        return wanting.isEmpty();
    }

    private static void report(String id) {
        LOG.warn(
                "Events for the route {} are refused until it is started; if they shall be acknowledged without it, remove the"
                        + " route from the context",
                id);
    }

    private boolean wants(StoppedRoute route, ReceivedEvent event) {
        return route.filter().matches(event.envelope()) && (!route.orphanedOnly() || operations.mayBeOrphaned(event));
    }

    /** Whether the receiver of an event can do with it what it is to do. */
    boolean accepts(InFlightEvent event) {
        EventReceiver receiver = event.receiver();
        return receiver.accepting() || receiver.orphanedOnly() && !operations.mayBeOrphaned(event.event());
    }
}
