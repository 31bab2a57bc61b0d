package dev.callautomation.benchmark.load;

import java.util.List;
import java.util.stream.Stream;

/** Deliveries for measurements without a network. */
public final class EventSamples {

    private EventSamples() {}

    /** Bodies of callbacks of one call, one event each, over and over. */
    public static List<String> callbacks(int count) {
        EventMix mix = new EventMix(EventMix.Kind.CALLBACKS, 1, 1);
        return Stream.generate(() -> mix.next().body()).limit(count).toList();
    }
}
