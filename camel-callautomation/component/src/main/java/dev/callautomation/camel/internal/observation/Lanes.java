package dev.callautomation.camel.internal.observation;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;

/** The consumers that are started, by their routes. */
public final class Lanes implements Observations {

    private final Map<String, IntSupplier> depths = new ConcurrentHashMap<>();

    @Override
    public void consumerStarted(String routeId, IntSupplier depth) {
        depths.put(routeId, depth);
    }

    @Override
    public void consumerStopped(String routeId) {
        depths.remove(routeId);
    }

    /** The number of events that are queued or in flight, by route. */
    public Map<String, Integer> depths() {
        Map<String, Integer> now = new TreeMap<>();
        depths.forEach((routeId, depth) -> now.put(routeId, depth.getAsInt()));
        return now;
    }

    void forEach(BiConsumer<String, IntSupplier> action) {
        depths.forEach(action);
    }
}
