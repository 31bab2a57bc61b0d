package dev.callautomation.camel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class EarlyEventTest extends EventTestSupport {

    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    @Override
    void configure(CallAutomationComponent component) {
        component
                .getConfiguration()
                .setConnectionString("endpoint=http://localhost:" + SERVICE.getPort() + ";accesskey=c2VjcmV0");
        component.getConfiguration().setCallbackUri("https://contact.example.com");
    }

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

        assertThat(call.get(10, TimeUnit.SECONDS).getMessage().getHeader(CallAutomationConstants.CALL_CONNECTION_ID))
                .isEqualTo("c1");
    }
}
