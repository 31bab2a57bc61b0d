package dev.callautomation.camel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class EarlyEventTest extends ServedEventTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=CallConnected").to("mock:connected");
                from("direct:call").to("callautomation:createCall?target=8:acs:res_user");
            }
        };
    }

    @Test
    void anEventThatArrivesBeforeTheResponseIsHandledAndTheResponseStillCounts() throws Exception {
        SERVICE.stubFor(
                any(anyUrl()).willReturn(okJson("{\"callConnectionId\":\"c1\"}").withFixedDelay(1500)));
        CompletableFuture<Exchange> call = template.asyncSend("direct:call", exchange -> {});
        await().untilAsserted(() -> SERVICE.verify(postRequestedFor(anyUrl())));

        MockEndpoint connected = getMockEndpoint("mock:connected");
        connected.expectedHeaderReceived(CallAutomationConstants.CALL_CONNECTION_ID, "c1");
        connected.expectedMessageCount(1);
        post(callback("CallConnected", "1", "{\"callConnectionId\":\"c1\"}"));
        connected.assertIsSatisfied();
        assertThat(call).isNotDone();

        assertThat(call.get(60, TimeUnit.SECONDS).getMessage().getHeader(CallAutomationConstants.CALL_CONNECTION_ID))
                .isEqualTo("c1");
    }
}
