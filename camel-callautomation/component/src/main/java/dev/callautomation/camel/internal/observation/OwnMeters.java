package dev.callautomation.camel.internal.observation;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The meters that a component has registered, which are removed with their route or with the component. They are remembered,
 * as a filter of the application may change names and tags. A registry or filter that fails does not fail what is observed.
 */
final class OwnMeters {

    static final String NO_ROUTE = "";

    private static final Logger LOG = LoggerFactory.getLogger(OwnMeters.class);

    private final MeterRegistry registry;
    private final String component;
    private final Map<String, Set<Meter>> meters = new ConcurrentHashMap<>();
    private volatile boolean closed;
    private volatile boolean failed;

    OwnMeters(MeterRegistry registry, String component) {
        this.registry = registry;
        this.component = component;
    }

    /**
     * Uses a meter, unless all are removed.
     *
     * @param routeId {@link #NO_ROUTE} if it belongs to none
     * @param use     finds or registers it
     */
    void use(String routeId, Supplier<Meter> use) {
        if (closed) {
            return;
        }
        try {
            add(routeId, use.get());
        } catch (RuntimeException e) {
            failed(e);
        }
        if (closed) {
            // on another thread meanwhile
            close();
        }
    }

    private void add(String routeId, Meter meter) {
        if (!meters.getOrDefault(routeId, Set.of()).contains(meter)) {
            meters.compute(routeId, (id, present) -> {
                Set<Meter> all = present == null ? ConcurrentHashMap.newKeySet() : present;
                all.add(meter);
                return all;
            });
        }
    }

    /** Removes some of those of a route. */
    void remove(String routeId, Predicate<Meter> which) {
        meters.computeIfPresent(routeId, (id, all) -> {
            all.removeIf(meter -> {
                boolean removed = which.test(meter);
                if (removed) {
                    remove(meter);
                }
                return removed;
            });
            return all.isEmpty() ? null : all;
        });
    }

    private void remove(Meter meter) {
        try {
            registry.remove(meter);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** Removes all of them. */
    void close() {
        closed = true;
        meters.keySet().forEach(route -> remove(route, meter -> true));
    }

    private void failed(RuntimeException failure) {
        if (!failed) {
            failed = true;
            LOG.warn("A meter of {} failed; further failures are not logged", component, failure);
        }
    }
}
