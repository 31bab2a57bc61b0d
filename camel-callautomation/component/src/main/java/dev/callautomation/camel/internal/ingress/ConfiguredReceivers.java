package dev.callautomation.camel.internal.ingress;

import java.util.Collection;
import java.util.List;

/** The receivers that the routes of the context configure, whether they are started or not. */
public interface ConfiguredReceivers {

    /** For a dispatcher whose receivers belong to no routes. */
    ConfiguredReceivers NONE = new ConfiguredReceivers() {

        @Override
        public boolean starting() {
            return false;
        }

        @Override
        public List<StoppedRoute> stopped(Collection<EventReceiver> running) {
            return List.of();
        }
    };

    /** Whether the context has not tried yet to start all its routes; some may even be unknown. */
    boolean starting();

    /**
     * The routes that receive no events because they are not started.
     *
     * @param running the receivers that are known to be started; read before the routes are, so that one that starts in between
     *                counts as not started
     */
    List<StoppedRoute> stopped(Collection<EventReceiver> running);

    /**
     * A route of the context that is not started.
     *
     * @param filter       matches the events that it receives when it is started
     * @param orphanedOnly whether it wants orphaned events only
     * @param autoStartup  whether it is started with the context
     */
    record StoppedRoute(String id, EventFilter filter, boolean orphanedOnly, boolean autoStartup) {}
}
