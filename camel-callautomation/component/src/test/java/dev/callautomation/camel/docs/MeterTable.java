package dev.callautomation.camel.docs;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.impl.DefaultCamelContext;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.observation.MeterBinding;
import dev.callautomation.camel.internal.observation.MeterValues;
import dev.callautomation.camel.internal.observation.Observations;
import dev.callautomation.camel.internal.observation.Observed;
import dev.callautomation.camel.internal.observation.OperationOutcome;

/** The meters of a component, as they are in a registry once everything has happened. */
final class MeterTable {

    private static final List<String> COMMON = List.of("camelContext", "component", "kind");

    private MeterTable() {}

    static String asciidoc() throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        fill(registry);
        Map<String, String> rows = new TreeMap<>();
        for (Meter meter : registry.getMeters()) {
            Meter.Id id = meter.getId();
            rows.put(id.getName(), row(id));
        }
        return Tables.table("4,1,3,4", "| Meter | Type | Tags | Measures", String.join("", rows.values()));
    }

    private static String row(Meter.Id id) {
        String tags = id.getTags().stream()
                .map(Tag::getKey)
                .filter(tag -> !COMMON.contains(tag))
                .map(tag -> "`" + tag + "`")
                .collect(Collectors.joining(", "));
        return "| `" + id.getName() + "` | " + id.getType().name().toLowerCase(Locale.ROOT) + " | "
                + (tags.isEmpty() ? "none" : tags) + " | " + id.getDescription() + "\n";
    }

    /** Adds all meters to a registry. */
    static void fill(MeterRegistry registry) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("registry", registry);
            Observed observed = new Observed();
            MeterBinding.add(context, new MeterValues("callautomation", observed, () -> 1, () -> 1));
            happen(observed.observations());
        }
    }

    private static void happen(Observations observations) throws IOException {
        CallAutomationOperation operation = CallAutomationOperation.play;
        EventEnvelope event = new EventEnvelope(
                "1",
                "PlayFailed",
                null,
                null,
                null,
                "c1",
                null,
                null,
                null,
                null,
                JsonNodeFactory.instance.objectNode());
        observations.requestRetried(operation, 429);
        observations.requestEnded(operation, 202, 1);
        observations.operationEnded(operation, OperationOutcome.FAILED, 8565, 1);
        observations.eventReceived(event);
        observations.consumerStarted("events", () -> 1);
        observations.eventRouted(event, "events", 1);
    }
}
