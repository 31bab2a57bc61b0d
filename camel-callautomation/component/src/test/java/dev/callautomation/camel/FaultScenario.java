package dev.callautomation.camel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.IncomingCall;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.fault.FaultCount;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.TimelineEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Many calls while events come twice, in the wrong order and before the answer, while this receiver puts
 * deliveries off and restarts its routes, and while the service is unavailable now and then.
 */
abstract class FaultScenario extends SimulatorTestSupport {

    static final double OFTEN = 0.1;
    static final double SOMETIMES = 0.05;

    private static final int SHORT_RUN = 50;
    private static final int LONG_RUN = 1_000;
    private static final int AT_ONCE = 60;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Of the numbers of callers, callees and those who are added to their calls; the number of the call follows. */
    private static final String CALLERS = "+1425555";

    private static final String AGENTS = "+1844555";

    private static final Fault TWICE = Fault.onEvent("*").duplicate(2).withChance(OFTEN, 4);

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Queue<Handled> handled = new ConcurrentLinkedQueue<>();

    private final Random dice = new Random(8);
    private final Set<String> tried = new HashSet<>();
    private final AtomicInteger failures = new AtomicInteger();

    /** Remembers all that happens: at most four routes get each of some ten events of a call. */
    final IdempotentRepository repository = MemoryIdempotentRepository.memoryIdempotentRepository(LONG_RUN * 50);

    /** What a route does before anything else with an event. */
    abstract void begin(Exchange exchange);

    /** What else there is to do before the first call. */
    abstract void prepare();

    /** What goes wrong at the service apart from what always does. */
    abstract Stream<Fault> moreFaults();

    /** Whether this goes wrong: some things do when they are tried first, and none when it is tried again. */
    synchronized boolean stumbles(String what) {
        boolean stumbles = tried.add(what) && dice.nextDouble() < SOMETIMES;
        if (stumbles) {
            failures.incrementAndGet();
        }
        return stumbles;
    }

    @Override
    void configure(CallAutomationComponent component) {
        super.configure(component);
        component.setIdempotentRepository(repository);
        component.getConfiguration().setMaxRetries(8);
        component.getConfiguration().setRetryDelay(50);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("callautomation:events")
                        .routeId("everything")
                        .process(FaultScenario.this::begin)
                        .process(FaultScenario.this::handled);
                from("callautomation:events?type=IncomingCall")
                        .routeId("answers")
                        .process(FaultScenario.this::begin)
                        .process(exchange -> number(exchange.getMessage()))
                        .to("callautomation:answerCall")
                        .process(FaultScenario.this::handled);
                from("callautomation:events?type=CallConnected")
                        .routeId("adds")
                        .process(FaultScenario.this::begin)
                        .setHeader(
                                CallAutomationConstants.TARGET,
                                simple(AGENTS + "${header." + CallAutomationConstants.OPERATION_CONTEXT + "}"))
                        .to("callautomation:addParticipant?sourceCallerIdNumber=" + APPLICATION)
                        .process(FaultScenario.this::handled);
                from("callautomation:events?type=AddParticipantSucceeded")
                        .routeId("hangsUp")
                        .process(FaultScenario.this::begin)
                        .to("callautomation:hangUp?forEveryone=true")
                        .process(FaultScenario.this::handled);
                from("callautomation:events?type=CallDisconnected")
                        .routeId("ends")
                        .process(FaultScenario.this::begin)
                        .process(FaultScenario.this::handled)
                        .process(exchange -> places.release());
                from("direct:call").to("callautomation:createCall?sourceCallerIdNumber=" + APPLICATION);
            }
        };
    }

    /** The number of an incoming call, which is in that of its caller. */
    private static void number(Message message) {
        String caller = message.getBody(IncomingCall.class).from().rawId();
        message.setHeader(CallAutomationConstants.OPERATION_CONTEXT, caller.substring(caller.length() - 4));
    }

    private void handled(Exchange exchange) {
        Message message = exchange.getMessage();
        handled.add(new Handled(
                exchange.getFromRouteId(),
                message.getHeader(CallAutomationConstants.EVENT_ID, String.class),
                named(
                        message.getHeader(CallAutomationConstants.CORRELATION_ID, String.class),
                        message.getHeader(CallAutomationConstants.EVENT_TYPE, String.class))));
    }

    @Test
    void everyCallEndsAndEveryEventIsHandledOnce() throws Exception {
        run(SHORT_RUN);
    }

    @Test
    @Tag("soak")
    void everyOfAThousandCallsEndsAndEveryEventIsHandledOnce() throws Exception {
        run(LONG_RUN);
        assertThat(simulator().faultCounts()).extracting(FaultCount::injected).doesNotContain(0L);
        // half of what is expected, as chance decides
        assertThat(failures.get()).as("failures of this receiver").isGreaterThan((int) (LONG_RUN * SOMETIMES / 2));
    }

    private void run(int calls) throws Exception {
        List<Fault> faults = new ArrayList<>(List.of(
                Fault.onOperation("*").status(503).withChance(SOMETIMES, 1),
                Fault.onOperation("*").status(429).retryAfterSeconds(0).withChance(SOMETIMES / 2, 2),
                Fault.onEvent("CallConnected").beforeResponse().withChance(OFTEN, 3),
                TWICE,
                Fault.onEvent("*").reorder().withChance(OFTEN, 5)));
        moreFaults().forEach(faults::add);
        simulator().setFaults(faults.toArray(Fault[]::new));
        prepare();

        try (RouteRestarts restarts = new RouteRestarts(context, List.of("adds", "hangsUp", "ends"))) {
            for (int call = 0; call < calls; call++) {
                assertThat(places.tryAcquire(LIMIT.toSeconds(), TimeUnit.SECONDS))
                        .as("one of %d calls ends", AT_ONCE)
                        .isTrue();
                begin(call, calls);
                // an incoming call does not ring long enough for more than one further attempt
                if (answers() == calls / 2) {
                    restarts.routes(List.of("everything", "answers", "adds", "hangsUp", "ends"));
                }
            }
            assertThat(places.tryAcquire(AT_ONCE, LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as(this::openCalls)
                    .isTrue();
            await().untilAsserted(() ->
                    assertThat(restarts.number()).as("restarts of routes").isPositive());
        }
        // the simulator keeps an event that shall be overtaken for a second, and says only then that it sends it
        await().atMost(LIMIT).during(Duration.ofMillis(1_500)).untilAsserted(() -> assertThat(answered("200"))
                .isEqualTo(copies()));
        assertThat(simulator().calls())
                .hasSize(calls)
                .extracting(CallSnapshot::state)
                .containsOnly(CallState.DISCONNECTED);
        assertThat(simulator().faultCounts()).extracting(FaultCount::injected).anyMatch(count -> count > 0);
        assertThat(failures.get()).as("failures of this receiver").isPositive();
        // a response that the service does not wait for any more is not counted
        assertThat(answered("503")).as("deliveries refused").isGreaterThan(failures.get() / 2);
        List<String> created = created();
        assertHandled("everything", created);
        assertHandled("answers", ofType(created, "IncomingCall"));
        assertHandled("adds", ofType(created, "CallConnected"));
        assertHandled("hangsUp", ofType(created, "AddParticipantSucceeded"));
        assertHandled("ends", ofType(created, "CallDisconnected"));
        assertThat(ofType(created, "IncomingCall")).hasSize(calls / 2);
        for (String type : List.of("CallConnected", "AddParticipantSucceeded", "CallDisconnected")) {
            assertThat(ofType(created, type)).as(type).hasSize(calls).doesNotHaveDuplicates();
        }
    }

    /** What has become of the calls that have not ended. */
    private String openCalls() {
        return simulator().calls().stream()
                .filter(call -> !endedHere(call))
                .map(call -> call + "\n"
                        + simulator().timeline(call.callId()).stream()
                                .map(TimelineEntry::toString)
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n", "the last calls end:\n", "\n"));
    }

    private boolean endedHere(CallSnapshot call) {
        String end = named(call.correlationId(), "CallDisconnected");
        return handled.stream()
                .anyMatch(each -> each.route().equals("ends") && each.name().equals(end));
    }

    /** How many incoming calls have been answered. */
    private long answers() {
        return handled.stream().filter(each -> each.route().equals("answers")).count();
    }

    private void begin(int call, int calls) {
        String number = String.format("%04d", call);
        // Event Grid takes its time to come again: incoming calls first, so that this is while others go on
        if (call < calls / 2) {
            simulator().phone(CALLERS + number).call(APPLICATION);
        } else {
            template.asyncSend("direct:call", exchange -> {
                exchange.getMessage().setHeader(CallAutomationConstants.TARGET, CALLERS + number);
                exchange.getMessage().setHeader(CallAutomationConstants.OPERATION_CONTEXT, number);
            });
        }
    }

    private Stream<TimelineEntry> entries(TimelineEntry.Kind kind) {
        return simulator().calls().stream()
                .flatMap(call -> simulator().timeline(call.callId()).stream())
                .filter(entry -> entry.kind() == kind);
    }

    /** How many deliveries there are to be in the end, repeated attempts apart. */
    private long copies() {
        long duplicates = simulator().faultCounts().stream()
                .filter(count -> count.fault().equals(TWICE))
                .mapToLong(FaultCount::injected)
                .sum();
        return entries(TimelineEntry.Kind.EVENT).count() + duplicates;
    }

    /** How many deliveries have been answered so. */
    private long answered(String status) {
        return entries(TimelineEntry.Kind.DELIVERY)
                .filter(entry -> status.equals(entry.detail("status")))
                .count();
    }

    /** What the service says it has sent, as {@link #named(String, String)}. */
    private List<String> created() {
        Map<String, String> correlations = simulator().calls().stream()
                .collect(Collectors.toMap(CallSnapshot::callId, CallSnapshot::correlationId));
        return entries(TimelineEntry.Kind.EVENT)
                .map(entry -> named(correlations.get(entry.callId()), entry.detail("event")))
                .toList();
    }

    private static String named(String correlationId, String type) {
        return correlationId + " " + type;
    }

    private static List<String> ofType(List<String> names, String type) {
        return names.stream().filter(name -> name.endsWith(" " + type)).toList();
    }

    /** Each of these, and each id once. */
    private void assertHandled(String route, List<String> names) {
        List<Handled> events =
                handled.stream().filter(each -> each.route().equals(route)).toList();
        assertThat(events).as(route).extracting(Handled::id).doesNotHaveDuplicates();
        assertThat(events).as(route).extracting(Handled::name).containsExactlyInAnyOrderElementsOf(names);
    }

    /** A route has come to its end with an event. */
    private record Handled(String route, String id, String name) {}
}
