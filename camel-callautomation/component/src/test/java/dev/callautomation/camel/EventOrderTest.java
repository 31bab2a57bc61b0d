package dev.callautomation.camel;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Order in which a consumer gets events. */
class EventOrderTest extends EventTestSupport {

    private static final int CALLS = 20;
    private static final int EVENTS = 25;

    private final CountDownLatch release = new CountDownLatch(1);

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=PlayStarted").to("mock:played");
                from("callautomation:events?type=CallConnected")
                        .process(exchange -> {
                            if ("held"
                                    .equals(exchange.getMessage()
                                            .getHeader(CallAutomationConstants.CALL_CONNECTION_ID))) {
                                assertThat(release.await(60, TimeUnit.SECONDS)).isTrue();
                            }
                        })
                        .to("mock:connected");
                from("callautomation:events?type=PlayCompleted")
                        .delay(200)
                        .asyncDelayed()
                        .to("mock:delayed");
                from("callautomation:events?type=ParticipantsUpdated&skipStaleParticipants=true")
                        .to("mock:newest");
                from("callautomation:events?type=ParticipantsUpdated").to("mock:all");
            }
        };
    }

    private static String event(String type, String call, int number) {
        return callback(
                type,
                call + "-" + number,
                "{\"callConnectionId\":\"" + call + "\",\"operationContext\":\"" + number + "\",\"sequenceNumber\":"
                        + number + "}");
    }

    private List<Object> contexts(String mock, String call) {
        return getMockEndpoint(mock).getExchanges().stream()
                .map(exchange -> exchange.getMessage())
                .filter(message -> call.equals(message.getHeader(CallAutomationConstants.CALL_CONNECTION_ID)))
                .map(message -> message.getHeader(CallAutomationConstants.OPERATION_CONTEXT))
                .toList();
    }

    @Test
    void eventsOfACallAreProcessedInTheOrderOfTheirArrival() throws Exception {
        MockEndpoint played = getMockEndpoint("mock:played");
        played.expectedMessageCount(CALLS * EVENTS);
        for (int number = 0; number < EVENTS; number++) {
            for (int call = 0; call < CALLS; call++) {
                post(event("PlayStarted", "call" + call, number));
            }
        }
        played.assertIsSatisfied();
        List<Object> inOrder =
                IntStream.range(0, EVENTS).<Object>mapToObj(String::valueOf).toList();
        for (int call = 0; call < CALLS; call++) {
            assertThat(contexts("mock:played", "call" + call)).isEqualTo(inOrder);
        }
    }

    @Test
    void aBlockedRouteDelaysOnlyTheEventsOfItsCall() throws Exception {
        post(event("CallConnected", "held", 1));
        post(event("CallConnected", "held", 2));
        for (int call = 0; call < 30; call++) {
            post(event("CallConnected", "other" + call, 1));
        }
        MockEndpoint connected = getMockEndpoint("mock:connected");
        await().untilAsserted(() -> assertThat(connected.getReceivedCounter()).isEqualTo(30));
        assertThat(contexts("mock:connected", "held")).isEmpty();
        release.countDown();
        await().untilAsserted(
                        () -> assertThat(contexts("mock:connected", "held")).containsExactly("1", "2"));
    }

    @Test
    void anAsynchronousRouteKeepsTheOrder() throws Exception {
        getMockEndpoint("mock:delayed").expectedMessageCount(3);
        for (int number = 1; number <= 3; number++) {
            post(event("PlayCompleted", "call", number));
        }
        getMockEndpoint("mock:delayed").assertIsSatisfied();
        assertThat(contexts("mock:delayed", "call")).containsExactly("1", "2", "3");
    }

    @Test
    void staleListsOfParticipantsCanBeSkipped() throws Exception {
        getMockEndpoint("mock:all").expectedMessageCount(6);
        for (int number : new int[] {2, 1, 4, 3}) {
            post(event("ParticipantsUpdated", "call", number));
        }
        post(event("ParticipantsUpdated", "other", 1));
        post(callback("ParticipantsUpdated", "again", "{\"callConnectionId\":\"call\",\"sequenceNumber\":4}"));
        getMockEndpoint("mock:all").assertIsSatisfied();
        await().untilAsserted(() ->
                assertThat(getMockEndpoint("mock:newest").getReceivedCounter()).isEqualTo(4));
        assertThat(contexts("mock:newest", "call")).containsExactly("2", "4", null);
    }
}
