package dev.callautomation.camel.internal.observation;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.security.RefusalKind;

/**
 * The meters of a component in Micrometer. Names and tags follow those of camel-micrometer. Meters are looked up each time, as
 * others may remove them from the registry, and those that were found are removed at the end.
 */
final class ComponentMeters implements Observations {

    private static final Logger LOG = LoggerFactory.getLogger(ComponentMeters.class);

    /** By which camel-micrometer binds the registry that it creates. */
    private static final String REGISTRY = "metricsRegistry";

    private static final String PREFIX = "camel.callautomation.";
    private static final String KIND = "CamelCallAutomation";
    private static final String OPERATION = "operation";
    private static final String OUTCOME = "outcome";
    private static final String STATUS = "status";
    private static final String ROUTE = "routeId";
    private static final String EVENT_TYPE = "eventType";
    private static final String SUB_CODE = "subCode";

    private static final Set<OperationOutcome> COUNTED_AS_FAILED =
            EnumSet.of(OperationOutcome.FAILED, OperationOutcome.REFUSED, OperationOutcome.NOT_SENT);

    private final MeterRegistry registry;
    private final Tags tags;
    private final MeterValues values;
    private final MeterProvider<Timer> operations;
    private final MeterProvider<Counter> failures;
    private final MeterProvider<Timer> requests;
    private final MeterProvider<Counter> retries;
    private final MeterProvider<Counter> events;
    private final MeterProvider<Timer> lags;
    private final OwnMeters own;

    private ComponentMeters(MeterRegistry registry, String context, MeterValues values) {
        this.registry = registry;
        this.values = values;
        this.own = new OwnMeters(registry, values.component());
        this.tags = Tags.of("camelContext", context, "component", values.component(), "kind", KIND);
        operations = timer("operations", "Time from the request to the completion of operations");
        failures = counter("operations.failed", "Operations that failed, were refused or not sent");
        requests = timer("requests", "Time of requests with their retries");
        retries = counter("retries", "Retries of requests");
        events = counter("events", "Events that were received, each once");
        lags = timer("events.lag", "Time from an event at the service to its route");
    }

    /** Says whether there is a registry. */
    static boolean register(CamelContext context, MeterValues values) {
        MeterRegistry registry = find(context, CompositeMeterRegistry.class);
        if (registry == null) {
            registry = find(context, MeterRegistry.class);
        }
        if (registry == null) {
            return false;
        }
        ComponentMeters meters = new ComponentMeters(registry, context.getName(), values);
        meters.addCounters();
        meters.addGauges();
        values.observed().observations().add(meters);
        values.observed().lanes().forEach(meters::consumerStarted);
        LOG.debug("The meters of {} are in {}", values.component(), registry);
        return true;
    }

    /** As camel-micrometer finds it: by name or, if there is only one, by type. */
    private static MeterRegistry find(CamelContext context, Class<? extends MeterRegistry> type) {
        MeterRegistry named = context.getRegistry().lookupByNameAndType(REGISTRY, type);
        if (named != null) {
            return named;
        }
        Set<? extends MeterRegistry> all = context.getRegistry().findByType(type);
        return all.size() == 1 ? all.iterator().next() : null;
    }

    private MeterProvider<Timer> timer(String name, String description) {
        return Timer.builder(PREFIX + name).description(description).tags(tags).withRegistry(registry);
    }

    private MeterProvider<Counter> counter(String name, String description) {
        return Counter.builder(PREFIX + name)
                .description(description)
                .tags(tags)
                .withRegistry(registry);
    }

    /** Those whose names are known from the start are there from the start. */
    private void addCounters() {
        function("deliveries", "Deliveries of events by result", Tags.of("result", "accepted"), Counters::accepted);
        function("deliveries", "Deliveries of events by result", Tags.of("result", "refused"), Counters::refused);
        for (RefusalKind kind : RefusalKind.values()) {
            function(
                    "deliveries.refused",
                    "Refused deliveries, handshakes and other requests",
                    Tags.of("reason", Labels.of(kind)),
                    counters -> counters.refused(kind));
        }
        function(
                "events.deduplicated",
                "Repetitions of events that were not passed to a route",
                Tags.empty(),
                Counters::deduplicated);
        function(
                "events.redelivered",
                "Repetitions of events that were passed to a route again",
                Tags.empty(),
                Counters::redelivered);
        function("events.unmatched", "Events that no consumer matches", Tags.empty(), Counters::unmatched);
        function(
                "events.orphaned",
                "Events of operations that were not pending any more",
                Tags.empty(),
                Counters::orphaned);
    }

    private void function(String name, String description, Tags more, ToDoubleFunction<Counters> value) {
        own.use(OwnMeters.NO_ROUTE, () -> FunctionCounter.builder(
                        PREFIX + name, values.observed().counters(), value)
                .description(description)
                .tags(tags.and(more))
                .register(registry));
    }

    private void addGauges() {
        own.use(OwnMeters.NO_ROUTE, () -> Gauge.builder(PREFIX + "operations.pending", values, of -> of.pending()
                        .getAsInt())
                .description("Operations that await their completion")
                .tags(tags)
                .strongReference(true)
                .register(registry));
        own.use(OwnMeters.NO_ROUTE, () -> TimeGauge.builder(
                        PREFIX + "operations.pending.oldest", values, TimeUnit.MILLISECONDS, of -> of.oldest()
                                .getAsLong())
                .description("Age of the oldest operation that awaits its completion")
                .tags(tags)
                .strongReference(true)
                .register(registry));
    }

    @Override
    public void requestRetried(CallAutomationOperation operation, int status) {
        increment(retries, Tags.of(OPERATION, operation.name(), STATUS, Labels.status(status)));
    }

    @Override
    public void requestEnded(CallAutomationOperation operation, int status, long duration) {
        record(
                requests,
                OwnMeters.NO_ROUTE,
                Tags.of(OPERATION, operation.name(), STATUS, Labels.status(status)),
                duration);
    }

    @Override
    public void operationEnded(
            CallAutomationOperation operation, OperationOutcome outcome, Integer subCode, long duration) {
        Tags end = Tags.of(OPERATION, operation.name(), OUTCOME, Labels.of(outcome));
        // what was not sent has no duration
        if (outcome != OperationOutcome.NOT_SENT) {
            record(operations, OwnMeters.NO_ROUTE, end, duration);
        }
        if (COUNTED_AS_FAILED.contains(outcome)) {
            increment(failures, end.and(SUB_CODE, Labels.subCode(subCode)));
        }
    }

    @Override
    public void eventReceived(EventEnvelope event) {
        increment(events, Tags.of(EVENT_TYPE, Labels.type(event), SUB_CODE, Labels.subCode(event)));
    }

    @Override
    public void eventRouted(EventEnvelope event, String routeId, long lag) {
        if (lag >= 0) {
            record(lags, routeId, Tags.of(EVENT_TYPE, Labels.type(event), ROUTE, routeId), lag);
        }
    }

    @Override
    public void consumerStarted(String routeId, IntSupplier depth) {
        own.use(routeId, () -> Gauge.builder(PREFIX + "events.inflight", depth, IntSupplier::getAsInt)
                .description("Events of a consumer that are queued or in flight")
                .tags(tags.and(ROUTE, routeId))
                .strongReference(true)
                .register(registry));
    }

    private void increment(MeterProvider<Counter> counters, Tags more) {
        own.use(OwnMeters.NO_ROUTE, () -> {
            Counter counter = counters.withTags(more);
            counter.increment();
            return counter;
        });
    }

    private void record(MeterProvider<Timer> timers, String routeId, Tags more, long duration) {
        own.use(routeId, () -> {
            Timer timer = timers.withTags(more);
            timer.record(duration, TimeUnit.NANOSECONDS);
            return timer;
        });
    }

    @Override
    public void consumerStopped(String routeId) {
        own.remove(routeId, meter -> meter instanceof Gauge);
    }

    @Override
    public void routeRemoved(String routeId) {
        own.remove(routeId, meter -> true);
    }

    @Override
    public void close() {
        own.close();
    }
}
