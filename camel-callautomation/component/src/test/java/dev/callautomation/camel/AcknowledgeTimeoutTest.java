package dev.callautomation.camel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** With acknowledge=ROUTED, a delivery is refused when its routes take longer than the response may. */
class AcknowledgeTimeoutTest extends EventTestSupport {

    private static final String EVENT = callback("PlayCompleted", "1", "{\"callConnectionId\":\"c1\"}");

    private final CountDownLatch release = new CountDownLatch(1);

    @Override
    void configure(CallAutomationComponent component) {
        component.setAcknowledge(AcknowledgeMode.ROUTED);
        component.setAcknowledgeTimeout(500);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("callautomation:events")
                        .process(exchange ->
                                assertThat(release.await(60, TimeUnit.SECONDS)).isTrue())
                        .to("mock:slow");
            }
        };
    }

    @Test
    void anEventThatIsRedeliveredWhileInFlightIsNotProcessedTwice() throws Exception {
        assertThat(post(EVENT).statusCode()).isEqualTo(503);
        assertThat(post(EVENT).statusCode())
                .as("it is not known yet how the first ends")
                .isEqualTo(503);
        getMockEndpoint("mock:slow").expectedMessageCount(1);
        release.countDown();
        getMockEndpoint("mock:slow").assertIsSatisfied();
        await().untilAsserted(() -> assertThat(post(EVENT).statusCode()).isEqualTo(200));
        assertThat(getMockEndpoint("mock:slow").getReceivedCounter()).isEqualTo(1);
    }
}
