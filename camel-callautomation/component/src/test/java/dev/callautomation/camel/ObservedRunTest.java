package dev.callautomation.camel;

import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.AddParticipantSucceeded;
import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.CallConnected;
import dev.callautomation.camel.event.CallDisconnected;
import dev.callautomation.camel.event.UnknownEvent;
import dev.callautomation.camel.model.ResultInformation;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.fault.Reset;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;

/** Counters and meters equal what has happened, in a scripted run of 100 calls on the simulator. */
class ObservedRunTest extends AwaitOnSimulatorSupport {

    private static final int CALLS = 100;
    private static final int SCRIPTS = 10;
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final String PLAY = "callautomation:play?file=https://example.com/a.wav&awaitCompletion=true";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Meters meters = new Meters(registry);
    private final Instant begin = Instant.now();
    private final Map<String, CompletableFuture<Exchange>> late = new HashMap<>();

    @Override
    public void configureTest(TestExecutionConfiguration configuration) {
        super.configureTest(configuration);
        configuration.withJMX(true);
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getRegistry().bind("meters", registry);
        context.setDevConsole(true);
        return context;
    }

    @Override
    void configure(CallAutomationComponent component) {
        super.configure(component);
        component.getConfiguration().setRetryDelay(1);
    }

    @BeforeEach
    void resetSimulator() {
        simulator().reset();
    }

    @Test
    void theyEqualTheScript() throws Exception {
        for (int i = 0; i < CALLS; i++) {
            String call = call();
            awaitEvent(CallConnected.class, call);
            switch (i % SCRIPTS) {
                case 0 -> declined(call);
                case 1 -> timedOut(call);
                case 2 -> retried(call);
                case 3 -> refused(call);
                case 4 -> duplicated(call);
                case 5 -> unanswered(call);
                case 6 -> unauthenticated(i);
                case 7 -> unknown(i);
                case 8 -> malformed();
                default -> {
                    // nothing but the call itself
                }
            }
            simulator().setFaults();
            if (!late.containsKey(call)) {
                hangUp(call);
            }
        }
        endLate();
        // late events, and responses that arrive after the events
        Awaitility.await().atMost(TIMEOUT).untilAsserted(() -> {
            checkOperations();
            checkDeliveries();
            checkEvents();
        });
        assertThat(component.callsInProgress()).isEmpty();
        assertThat(component.lanes()).isEqualTo(Map.of("collected", 0));
    }

    private void declined(String call) {
        simulator().phone(AGENT).behaviour(PhoneBehaviour.DECLINE);
        assertThat(failure(TO_AGENT, in(call)).getSubCode()).isEqualTo(10024);
    }

    /** The next calls do not wait for the timeout of this one. */
    private void timedOut(String call) {
        simulator().phone(SUPERVISOR).behaviour(PhoneBehaviour.NO_ANSWER);
        late.put(
                call,
                template.asyncSend(
                        "callautomation:addParticipant?awaitCompletion=true&completionTimeout=5000&target="
                                + SUPERVISOR,
                        exchange -> exchange.getMessage().setHeaders(new HashMap<>(in(call)))));
        Awaitility.await()
                .atMost(TIMEOUT)
                .until(() -> !simulator().call(call).orElseThrow().ringing().isEmpty());
    }

    private void endLate() throws Exception {
        for (Map.Entry<String, CompletableFuture<Exchange>> operation : late.entrySet()) {
            Exchange exchange = operation.getValue().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            assertThat(exchange.getException()).isInstanceOf(CallAutomationTimeoutException.class);
            hangUp(operation.getKey());
        }
    }

    private void hangUp(String call) {
        send("callautomation:hangUp?forEveryone=true", in(call));
        awaitEvent(CallDisconnected.class, call);
    }

    private void retried(String call) {
        simulator().phone(AGENT).behaviour(PhoneBehaviour.ANSWER);
        simulator()
                .setFaults(
                        Fault.onOperation("play").status(429).times(2),
                        Fault.onOperation("addParticipant").status(503));
        send(PLAY, in(call));
        awaited(AddParticipantSucceeded.class, TO_AGENT, in(call));
    }

    private void refused(String call) {
        simulator().setFaults(Fault.onOperation("mute").status(400).code("8501"));
        attempt("callautomation:muteParticipant?target=" + CUSTOMER, call);
    }

    private void unanswered(String call) {
        simulator().setFaults(Fault.onOperation("play").reset(Reset.BEFORE).always());
        attempt(PLAY, call);
    }

    private void attempt(String uri, String call) {
        assertThat(template.request(uri, exchange -> exchange.getMessage().setHeaders(new HashMap<>(in(call))))
                        .getException())
                .isInstanceOf(CallAutomationRequestFailedException.class);
    }

    private void duplicated(String call) {
        simulator().setFaults(Fault.onEvent("PlayCompleted").duplicate(3));
        send(PLAY, in(call));
    }

    private void unauthenticated(int number) throws Exception {
        String event = callback("CallConnected", "forged-" + number, "{}");
        assertThat(status(unsigned(), event)).isEqualTo(401);
        assertThat(status(unsigned().header("Authorization", "Bearer forged"), event))
                .isEqualTo(401);
    }

    private void unknown(int number) throws Exception {
        String event = callback("MadeUp" + number, "made-up-" + number, "{}")
                .replace("Microsoft.Communication.", "Contoso.")
                .replace("calling/callConnections/c1", "contoso");
        assertThat(status(unsigned("?code=" + SECRET), event)).isEqualTo(200);
    }

    private void malformed() throws Exception {
        assertThat(status(unsigned("?code=" + SECRET), "{")).isEqualTo(400);
    }

    private static int status(HttpRequest.Builder request, String body) throws Exception {
        return send(request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    private void checkOperations() throws Exception {
        Map<String, Long> expected = Map.of(
                "createCall completed", 100L,
                "addParticipant completed", 10L,
                "addParticipant failed", 10L,
                "addParticipant timed_out", 10L,
                "play completed", 20L,
                "play unanswered", 10L,
                "muteParticipant refused", 10L,
                "hangUp accepted", 100L);
        Map<String, Long> expectedFailures =
                Map.of("addParticipant failed 10024", 10L, "muteParticipant refused 8501", 10L);
        assertThat(counted()).isEqualTo(expected);
        assertThat(meters.counts("operations", "operation", "outcome")).isEqualTo(expected);
        assertThat(meters.counts("operations.failed", "operation", "outcome", "subCode"))
                .isEqualTo(expectedFailures);
        assertThat(table("failureCounts", "count", "operation", "outcome", "subCode"))
                .isEqualTo(expectedFailures);
        assertThat(meters.counts("requests", "operation", "status"))
                .isEqualTo(Map.of(
                        "createCall 2xx", 100L,
                        "addParticipant 2xx", 30L,
                        "play 2xx", 20L,
                        "play none", 10L,
                        "muteParticipant 4xx", 10L,
                        "hangUp 2xx", 100L));
        assertThat(table("operationCounts", "requests", "operation"))
                .isEqualTo(Map.of(
                        "createCall",
                        100L,
                        "addParticipant",
                        30L,
                        "play",
                        30L,
                        "muteParticipant",
                        10L,
                        "hangUp",
                        100L));
        assertThat(table("operationCounts", "timed_out", "operation")).contains(Map.entry("addParticipant", 10L));
        assertThat(meters.counts("retries", "operation", "status"))
                .isEqualTo(Map.of("play 429", 20L, "addParticipant 5xx", 10L));
        assertThat(attributes(
                        "AcceptedOperations",
                        "CompletedOperations",
                        "FailedOperations",
                        "TimedOutOperations",
                        "RefusedOperations",
                        "UnansweredOperations",
                        "RequestRetries",
                        "PendingOperations",
                        "OldestPendingOperation"))
                .isEqualTo(Map.of(
                        "AcceptedOperations", 250L,
                        "CompletedOperations", 130L,
                        "FailedOperations", 10L,
                        "TimedOutOperations", 10L,
                        "RefusedOperations", 10L,
                        "UnansweredOperations", 10L,
                        "RequestRetries", 30L,
                        "PendingOperations", 0L,
                        "OldestPendingOperation", 0L));
    }

    private Map<String, Long> counted() {
        Map<String, Long> counts = new TreeMap<>();
        component.counts().operations().forEach((operation, of) -> of.outcomes().forEach((outcome, count) -> {
            if (count > 0) {
                counts.put(operation + " " + outcome.name().toLowerCase(), count);
            }
        }));
        return counts;
    }

    private void checkDeliveries() throws Exception {
        // the simulator sends each event by itself
        long accepted = events.size() + 20L;
        Map<String, Long> reasons = Map.of("no_credential", 10L, "malformed_token", 10L, "malformed_body", 10L);
        assertThat(meters.counts("deliveries", "result")).isEqualTo(Map.of("accepted", accepted, "refused", 30L));
        assertThat(meters.counts("deliveries.refused", "reason")).isEqualTo(reasons);
        assertThat(table("refusedDeliveryCounts", "count", "reason")).isEqualTo(reasons);
        assertThat(table("refusedDeliveryCounts", "status", "reason")).contains(Map.entry("malformed_body", 400L));
        assertThat(attributes("AcceptedDeliveries", "RefusedDeliveries"))
                .isEqualTo(Map.of("AcceptedDeliveries", accepted, "RefusedDeliveries", 30L));
        assertThat((Date) attribute("LastAcceptedDelivery")).isAfter(begin);
    }

    /** The events that the route has got are the proof. */
    private void checkEvents() throws Exception {
        Map<String, Long> routed =
                events.stream().collect(Collectors.groupingBy(ObservedRunTest::label, Collectors.counting()));
        Map<String, Long> lags = new TreeMap<>();
        routed.forEach((type, count) -> lags.put(type + " collected", count));
        assertThat(routed)
                .containsEntry("CallConnected", 100L)
                .containsEntry("CallDisconnected", 100L)
                .containsEntry("PlayCompleted", 20L)
                .containsEntry("AddParticipantFailed", 20L)
                .containsEntry("other", 10L);
        assertThat(meters.counts("events", "eventType")).isEqualTo(routed);
        Map<String, Long> results = events.stream()
                .collect(Collectors.groupingBy(
                        event -> label(event) + " " + subCode(event.resultInformation()), Collectors.counting()));
        assertThat(results).containsEntry("AddParticipantFailed 10024", 10L);
        assertThat(meters.counts("events", "eventType", "subCode")).isEqualTo(results);
        assertThat(table("eventCounts", "count", "type", "subCode")).isEqualTo(results);
        assertThat(component.counts().events()).isEqualTo(routed);
        assertThat(meters.counts("events.lag", "eventType", "routeId")).isEqualTo(lags);
        assertThat(meters.counts("events.deduplicated", "component")).isEqualTo(Map.of("callautomation", 20L));
        assertThat(meters.counts("events.orphaned", "component")).isEqualTo(Map.of("callautomation", 10L));
        assertThat(attributes("ReceivedEvents", "DeduplicatedEvents", "OrphanedEvents", "UnmatchedEvents"))
                .isEqualTo(Map.of(
                        "ReceivedEvents", (long) events.size(),
                        "DeduplicatedEvents", 20L,
                        "OrphanedEvents", 10L,
                        "UnmatchedEvents", 0L));
    }

    private static String label(CallAutomationEvent event) {
        return event instanceof UnknownEvent ? "other" : event.type();
    }

    private static String subCode(ResultInformation result) {
        return result == null || result.subCode() == null
                ? "none"
                : result.subCode().toString();
    }

    private Object attribute(String name) throws Exception {
        return server().getAttribute(bean(), name);
    }

    private Map<String, Long> attributes(String... names) throws Exception {
        Map<String, Long> values = new TreeMap<>();
        for (String name : names) {
            values.put(name, ((Number) attribute(name)).longValue());
        }
        return values;
    }

    /** A column of a table, by the values of the key columns. */
    private Map<String, Long> table(String operation, String column, String... keys) throws Exception {
        TabularData table = (TabularData) server().invoke(bean(), operation, new Object[0], new String[0]);
        return table.values().stream()
                .map(CompositeData.class::cast)
                .collect(Collectors.toMap(
                        row -> Stream.of(keys).map(key -> (String) row.get(key)).collect(Collectors.joining(" ")),
                        row -> (Long) row.get(column)));
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }

    private ObjectName bean() throws Exception {
        return new ObjectName(
                "org.apache.camel:context=" + context.getManagementName() + ",type=components,name=\"callautomation\"");
    }
}
