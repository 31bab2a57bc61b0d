package dev.callautomation.camel;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;

/** The meters of components in a registry. */
record Meters(MeterRegistry registry) {

    static final String PREFIX = "camel.callautomation.";

    /** What the meters of a name have counted, by the values of tags, those with nothing left out. */
    Map<String, Long> counts(String name, String... tags) {
        Map<String, Long> counts = new TreeMap<>();
        registry.find(PREFIX + name).meters().forEach(meter -> {
            String key = Stream.of(tags).map(meter.getId()::getTag).collect(Collectors.joining(" "));
            long count = count(meter);
            if (count > 0) {
                counts.merge(key, count, Long::sum);
            }
        });
        return counts;
    }

    private static long count(Meter meter) {
        return (long) StreamSupport.stream(meter.measure().spliterator(), false)
                .filter(measurement -> measurement.getStatistic() == Statistic.COUNT)
                .mapToDouble(Measurement::getValue)
                .sum();
    }

    /** The meters that have a tag, by their names without the prefix. */
    Collection<String> names(String tag, String value) {
        return registry.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> value.equals(id.getTag(tag)) && id.getName().startsWith(PREFIX))
                .map(id -> id.getName().substring(PREFIX.length()))
                .distinct()
                .toList();
    }
}
