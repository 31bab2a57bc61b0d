package dev.callautomation.camel;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a waiting route keeps in memory of the event that has started it. */
class KeptEventsTest extends AwaitTestSupport {

    private static final String INCOMING_CALL = """
            [{"id":"e1","eventType":"Microsoft.Communication.IncomingCall","eventTime":"2026-01-01T00:00:00Z","data":{
            "to":{"rawId":"4:+18005550100"},"from":{"rawId":"4:+14255550100"},"incomingCallContext":"%s"}}]\
            """;

    private final List<WeakReference<Object>> parts = new CopyOnWriteArrayList<>();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=IncomingCall&to=+18005550100")
                        .process(exchange -> {
                            parts.add(new WeakReference<>(exchange.getMessage().getBody()));
                            parts.add(new WeakReference<>(
                                    exchange.getMessage().getHeader(CallAutomationConstants.INCOMING_CALL_CONTEXT)));
                        })
                        .setBody(constant("none"))
                        .removeHeader(CallAutomationConstants.INCOMING_CALL_CONTEXT)
                        .to(PLAY + "&callConnectionId=c1" + AWAIT)
                        .to("mock:end");
            }
        };
    }

    @ParameterizedTest
    @EnumSource(AcknowledgeMode.class)
    void anEventIsNotKeptWhileItsRouteWaits(AcknowledgeMode mode) throws Exception {
        component.setAcknowledge(mode);
        assertThat(post(INCOMING_CALL.formatted("x".repeat(10_000))).statusCode())
                .isEqualTo(200);
        waiting(1);

        await().atMost(LIMIT).untilAsserted(() -> {
            System.gc();
            assertThat(parts).hasSize(2).allMatch(part -> part.refersTo(null));
        });

        getMockEndpoint("mock:end").expectedMessageCount(1);
        assertThat(tell("PlayCompleted", request(0), "")).isEqualTo(200);
        getMockEndpoint("mock:end").assertIsSatisfied();
    }
}
