package dev.callautomation.camel;

import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.engine.PooledExchangeFactory;
import org.apache.camel.impl.engine.PooledProcessorExchangeFactory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** With Camel's pooled exchanges, an exchange that is used again has nothing of the event before it. */
class PooledExchangesTest extends AwaitTestSupport {

    private static final int EVENTS = 1_000;
    private static final int BATCH = 50;
    private static final int FAILING = 7;
    private static final int AWAITED = 5;
    private static final String MARK = "mark";

    private final Queue<String> leftovers = new ConcurrentLinkedQueue<>();
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private final Set<Integer> exchanges = ConcurrentHashMap.newKeySet();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getCamelContextExtension().setExchangeFactory(new PooledExchangeFactory());
        context.getCamelContextExtension().setProcessorExchangeFactory(new PooledProcessorExchangeFactory());
        return context;
    }

    @Override
    void configure(CallAutomationComponent component) {
        super.configure(component);
        component.setAcknowledge(AcknowledgeMode.ROUTED);
        component.setMaxPendingEvents(EVENTS);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("callautomation:events?type=CallConnected").process(PooledExchangesTest.this::passed);
                from("callautomation:events?type=HoldFailed")
                        .process(PooledExchangesTest.this::passed)
                        .to(PLAY + AWAIT)
                        .process(PooledExchangesTest.this::isMarked);
            }
        };
    }

    /** Leaves marks, which no other event may see, and fails now and then. */
    private void passed(Exchange exchange) {
        String id = exchange.getMessage().getHeader(CallAutomationConstants.EVENT_ID, String.class);
        if (exchange.getMessage().getHeader(MARK) != null
                || exchange.getProperty(MARK) != null
                || exchange.getVariable(MARK) != null
                || exchange.getException() != null
                || exchange.getMessage().getHeaders().containsValue("of " + (number(id) - 1))) {
            leftovers.add(id);
        }
        exchanges.add(System.identityHashCode(exchange));
        seen.add(id);
        exchange.getMessage().setHeader(MARK, id);
        exchange.setProperty(MARK, id);
        exchange.setVariable(MARK, id);
        if (number(id) % FAILING == 0) {
            throw new IllegalStateException("this one fails");
        }
    }

    private void isMarked(Exchange exchange) {
        String id = exchange.getProperty(MARK, String.class);
        if (!id.equals(exchange.getMessage().getHeader(MARK)) || !id.equals(exchange.getVariable(MARK))) {
            leftovers.add(id);
        }
        seen.add("after " + id);
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    private static String event(String type, int number) {
        return unwrapped(callback(
                type, "n" + number, "{\"callConnectionId\":\"c1\",\"operationContext\":\"of " + number + "\"}"));
    }

    @Test
    void noEventSeesWhatAnotherHasLeft() throws Exception {
        for (int from = 1; from <= EVENTS; from += BATCH) {
            String batch = IntStream.range(from, from + BATCH)
                    .mapToObj(number -> event("CallConnected", number))
                    .collect(Collectors.joining(",", "[", "]"));
            assertThat(post(batch).statusCode()).as("some have failed").isEqualTo(503);
        }
        assertThat(seen).hasSize(EVENTS);
        assertThat(leftovers).isEmpty();
        assertThat(exchanges).as("exchanges are used again").hasSizeLessThan(EVENTS / 2);
    }

    @Test
    void anExchangeThatAwaitsAnOperationKeepsItsOwn() throws Exception {
        Set<String> expected = new HashSet<>();
        for (int number = 1; number <= AWAITED; number++) {
            // acknowledged when the service has accepted the operation
            assertThat(post("[" + event("HoldFailed", number) + "]").statusCode())
                    .isEqualTo(200);
            assertThat(post("[" + event("CallConnected", EVENTS + number) + "]").statusCode())
                    .isIn(200, 503);
            expected.addAll(List.of("n" + number, "after n" + number, "n" + (EVENTS + number)));
        }
        waiting(AWAITED);
        for (int i = 0; i < AWAITED; i++) {
            assertThat(tell("PlayCompleted", request(i), result(200, 0))).isEqualTo(200);
        }
        await().atMost(LIMIT).until(() -> seen.size() == expected.size());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(leftovers).isEmpty();
    }
}
