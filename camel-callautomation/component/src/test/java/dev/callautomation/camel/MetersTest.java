package dev.callautomation.camel;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.apache.camel.component.platform.http.main.ManagementHttpServer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.support.DefaultRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.internal.observation.MeterBinding;
import dev.callautomation.camel.internal.observation.MeterValues;
import dev.callautomation.camel.internal.observation.Observed;
import dev.callautomation.camel.internal.observation.OperationOutcome;

import static org.assertj.core.api.Assertions.assertThat;

/** The meters of components, from their start to their end. */
class MetersTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @RegisterExtension
    final CapturedLog log = new CapturedLog();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Meters meters = new Meters(registry);
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final CountDownLatch held = new CountDownLatch(1);
    private int events;

    @AfterEach
    void stop() throws Exception {
        held.countDown();
        QuickStop.prepare(context);
        context.close();
    }

    private static void addComponents(CamelContext context, String... names) {
        for (String name : names) {
            CallAutomationComponent component = new CallAutomationComponent();
            component.setCallbackEnabled(false);
            context.addComponent(name, component);
        }
    }

    private RouteBuilder route(String component, String id) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(component + ":events").routeId(id).to("log:" + id);
            }
        };
    }

    /** Two components, and a route of each. */
    private void start() throws Exception {
        addComponents(context, "first", "second");
        context.addRoutes(route("first", "one"));
        context.addRoutes(route("second", "two"));
        context.start();
    }

    private void deliver(String component) {
        events++;
        context.createProducerTemplate()
                .sendBody(component + ":processEvents", EventTestSupport.callback("CallConnected", "e" + events, "{}"));
    }

    private void eventually(String name, Map<String, Long> counts, String... tags) {
        Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertThat(meters.counts(name, tags))
                .isEqualTo(counts));
    }

    @Test
    void twoComponentsHaveMetersOfTheirOwn() throws Exception {
        context.getRegistry().bind("meters", registry);
        start();
        deliver("first");
        deliver("second");
        deliver("second");
        eventually(
                "events.lag",
                Map.of("first one CallConnected", 1L, "second two CallConnected", 2L),
                "component",
                "routeId",
                "eventType");
        assertThat(meters.counts("deliveries", "component", "result"))
                .isEqualTo(Map.of("first accepted", 1L, "second accepted", 2L));
        assertThat(registry.find(Meters.PREFIX + "events").meters())
                .extracting(meter -> meter.getId().getTag("camelContext"))
                .containsOnly(context.getName());
    }

    @Test
    void theMetersOfAComponentEndWithIt() throws Exception {
        context.getRegistry().bind("meters", registry);
        start();
        deliver("first");
        deliver("second");
        eventually("events.lag", Map.of("first", 1L, "second", 1L), "component");
        context.getComponent("first", CallAutomationComponent.class).stop();
        assertThat(meters.names("component", "first")).isEmpty();
        assertThat(meters.names("component", "second")).contains("events.lag", "operations.pending", "deliveries");
        context.stop();
        assertThat(meters.names("kind", "CamelCallAutomation")).isEmpty();
    }

    @Test
    void theMetersOfARouteEndWithIt() throws Exception {
        context.getRegistry().bind("meters", registry);
        start();
        context.addRoutes(route("second", "three"));
        deliver("first");
        deliver("second");
        eventually("events.lag", Map.of("one", 1L, "two", 1L, "three", 1L), "routeId");
        context.getRouteController().stopRoute("two");
        assertThat(meters.names("routeId", "two")).containsExactly("events.lag");
        context.getRouteController().startRoute("two");
        assertThat(meters.names("routeId", "two")).containsExactlyInAnyOrder("events.lag", "events.inflight");
        context.getRouteController().stopRoute("two");
        context.removeRoute("two");
        assertThat(meters.names("routeId", "two")).isEmpty();
        assertThat(meters.names("routeId", "one")).containsExactlyInAnyOrder("events.lag", "events.inflight");
        assertThat(meters.names("routeId", "three")).containsExactlyInAnyOrder("events.lag", "events.inflight");
    }

    @Test
    void theDepthOfALaneIsWhatIsQueuedAndInFlight() throws Exception {
        context.getRegistry().bind("meters", registry);
        addComponents(context, "first");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("first:events").routeId("slow").process(exchange -> held.await(1, TimeUnit.MINUTES));
            }
        });
        context.start();
        deliver("first");
        deliver("first");
        deliver("first");
        assertThat(depth("slow")).isEqualTo(3);
        held.countDown();
        Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertThat(depth("slow"))
                .isZero());
    }

    private double depth(String route) {
        return registry.get(Meters.PREFIX + "events.inflight")
                .tag("routeId", route)
                .gauge()
                .value();
    }

    @Test
    void aRegistryThatIsCreatedLaterIsFound() throws Exception {
        context.addRoutePolicyFactory(new MicrometerRoutePolicyFactory());
        start();
        deliver("first");
        MeterRegistry created = context.getRegistry().lookupByNameAndType("metricsRegistry", MeterRegistry.class);
        assertThat(new Meters(created).names("component", "first")).contains("events.inflight", "deliveries");
        assertThat(created.find(Meters.PREFIX + "deliveries").meters()).isNotEmpty();
    }

    @Test
    void withSeveralRegistriesTheCompositeOneIsUsed() throws Exception {
        CompositeMeterRegistry all = new CompositeMeterRegistry();
        all.add(registry);
        context.getRegistry().bind("other", new SimpleMeterRegistry());
        context.getRegistry().bind("all", all);
        start();
        deliver("first");
        eventually("deliveries", Map.of("first accepted", 1L), "component", "result");
        context.stop();
        assertThat(meters.names("kind", "CamelCallAutomation")).isEmpty();
    }

    @Test
    void withoutARegistryNothingIsCreated() throws Exception {
        start();
        deliver("first");
        assertThat(context.getRegistry().findByType(MeterRegistry.class)).isEmpty();
    }

    @Test
    void aRegistryThatFailsDoesNotFailTheRoute() throws Exception {
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                if (id.getName().endsWith("events.lag")) {
                    throw new IllegalStateException("the filter of the application fails");
                }
                return id;
            }
        });
        context.getRegistry().bind("meters", registry);
        start();
        deliver("first");
        CallAutomationComponent component = context.getComponent("first", CallAutomationComponent.class);
        Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertThat(
                        context.getInflightRepository().size()
                                + component.lanes().get("one"))
                .isZero());
        assertThat(component.getReceivedEvents()).isEqualTo(1);
        assertThat(meters.counts("deliveries", "component")).isEqualTo(Map.of("first", 1L));
    }

    private double value(String name) {
        return registry.get(Meters.PREFIX + name).meters().stream()
                .flatMap(meter -> StreamSupport.stream(meter.measure().spliterator(), false))
                .mapToDouble(Measurement::getValue)
                .sum();
    }

    /** Each of them without the tags that tell the meters of components apart. */
    @ParameterizedTest
    @ValueSource(strings = {"camelContext", "component", "kind", "routeId", "name"})
    void aFilterThatChangesMetersLeavesNoneBehind(String changed) throws Exception {
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                List<Tag> tags = id.getTags().stream()
                        .filter(tag -> !tag.getKey().equals(changed))
                        .toList();
                Meter.Id mapped = id.replaceTags(tags);
                return changed.equals("name") ? mapped.withName("contoso." + id.getName()) : mapped;
            }
        });
        Counter other = registry.counter("other", "component", "first", "kind", "CamelCallAutomation");
        context.getRegistry().bind("meters", registry);
        addComponents(context, "first");
        context.addRoutes(route("first", "one"));
        context.start();
        deliver("first");
        String prefix = changed.equals("name") ? "contoso." : "";
        Awaitility.await()
                .atMost(LIMIT)
                .until(() ->
                        registry.find(prefix + Meters.PREFIX + "events.lag").timer() != null);
        CallAutomationComponent component = context.getComponent("first", CallAutomationComponent.class);
        context.getRouteController().stopRoute("one");
        component.stop();
        assertThat(registry.getMeters()).containsExactly(other);
        component.start();
        context.getRouteController().startRoute("one");
        deliver("first");
        if (prefix.isEmpty()) {
            assertThat(value("deliveries")).as("of the component that runs").isEqualTo(1);
            deliver("first");
            assertThat(value("deliveries")).isEqualTo(2);
        }
    }

    @Test
    void aFilterThatFailsForAllMetersDoesNotStopTheApplication() throws Exception {
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                throw new IllegalStateException("the filter of the application fails");
            }
        });
        context.getRegistry().bind("meters", registry);
        start();
        deliver("first");
        assertThat(log.messages())
                .filteredOn(message -> message.startsWith("A meter of "))
                .as("one for each component")
                .hasSize(2);
        assertThat(context.getComponent("first", CallAutomationComponent.class).getReceivedEvents())
                .isEqualTo(1);
    }

    @Test
    void aFilterThatFailsForOneMeterLeavesTheOthers() throws Exception {
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                if (id.getName().endsWith(".deliveries") || id.getName().endsWith(".pending")) {
                    throw new IllegalStateException("the filter of the application fails");
                }
                return id;
            }
        });
        context.getRegistry().bind("meters", registry);
        start();
        deliver("first");
        assertThat(meters.names("component", "first"))
                .contains("deliveries.refused", "operations.pending.oldest", "events")
                .doesNotContain("deliveries", "operations.pending");
    }

    @Test
    void aFilterThatDeniesAllMetersChangesNothingElse() throws Exception {
        registry.config().meterFilter(MeterFilter.deny());
        context.getRegistry().bind("meters", registry);
        start();
        deliver("first");
        context.stop();
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void aRegistryThatCannotBeFoundDoesNotStopTheApplication() throws Exception {
        DefaultRegistry failing = new DefaultRegistry() {
            @Override
            public <T> Set<T> findByType(Class<T> type) {
                if (MeterRegistry.class.isAssignableFrom(type)) {
                    throw new IllegalStateException("the registry of the application fails");
                }
                return super.findByType(type);
            }
        };
        context.getCamelContextExtension().setRegistry(failing);
        start();
        deliver("first");
        assertThat(context.getComponent("first", CallAutomationComponent.class).getReceivedEvents())
                .isEqualTo(1);
    }

    @Test
    void aRegistryOfTheNameThatIsNoCompositeOneIsUsed() throws Exception {
        context.getRegistry().bind("metricsRegistry", registry);
        context.getRegistry().bind("other", new SimpleMeterRegistry());
        start();
        deliver("first");
        eventually("deliveries", Map.of("first accepted", 1L), "component", "result");
    }

    @Test
    void anOperationThatIsNotSentHasNoDuration() throws Exception {
        Observed observed = new Observed();
        context.getRegistry().bind("meters", registry);
        MeterBinding.add(context, new MeterValues("first", observed, () -> 0, () -> 0));
        for (OperationOutcome outcome : OperationOutcome.values()) {
            observed.observations().operationEnded(CallAutomationOperation.play, outcome, null, 1);
        }
        assertThat(meters.counts("operations", "outcome")).hasSize(7).doesNotContainKey("not_sent");
        assertThat(meters.counts("operations.failed", "outcome"))
                .isEqualTo(Map.of("failed", 1L, "refused", 1L, "not_sent", 1L));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void camelMainServesThem() throws Exception {
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("false");
        main.addProperty("camel.metrics.enabled", "true");
        main.addProperty("camel.management.enabled", "true");
        main.addProperty("camel.management.metricsEnabled", "true");
        main.addProperty("camel.management.host", "127.0.0.1");
        main.addProperty("camel.management.port", String.valueOf(freePort()));
        main.addProperty("camel.component.callautomation.callback-enabled", "false");
        main.configure().addRoutesBuilder(route("callautomation", "one"));
        main.start();
        try {
            main.getCamelTemplate()
                    .sendBody("callautomation:processEvents", EventTestSupport.callback("CallConnected", "1", "{}"));
            int port = main.getCamelContext()
                    .hasService(ManagementHttpServer.class)
                    .getPort();
            HttpRequest scrape = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/observe/metrics"))
                    .timeout(LIMIT)
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(scrape, HttpResponse.BodyHandlers.ofString())
                            .body()
                            .lines())
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("camel_callautomation_deliveries_total{")
                            .contains("component=\"callautomation\"", "result=\"accepted\"")
                            .endsWith("} 1.0"));
        } finally {
            main.stop();
        }
    }
}
