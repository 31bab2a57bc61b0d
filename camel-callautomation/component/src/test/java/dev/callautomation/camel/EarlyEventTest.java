package dev.callautomation.camel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class EarlyEventTest extends EventTestSupport {

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    @Override
    void configure(CallAutomationComponent component) {
        component.getConfiguration().setConnectionString(service.connectionString());
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
        CompletableFuture<Void> requested = new CompletableFuture<>();
        CompletableFuture<Void> eventHandled = new CompletableFuture<>();
        service.answering(request -> {
            requested.complete(null);
            eventHandled.orTimeout(60, TimeUnit.SECONDS).join();
            return new ScriptedService.Reply(201, "{\"callConnectionId\":\"c1\"}");
        });
        CompletableFuture<Exchange> call = template.asyncSend("direct:call", exchange -> {});
        requested.get(60, TimeUnit.SECONDS);

        MockEndpoint connected = getMockEndpoint("mock:connected");
        connected.expectedHeaderReceived(CallAutomationConstants.CALL_CONNECTION_ID, "c1");
        connected.expectedMessageCount(1);
        post(callback("CallConnected", "1", "{\"callConnectionId\":\"c1\"}"));
        connected.assertIsSatisfied();
        assertThat(call).isNotDone();

        eventHandled.complete(null);
        assertThat(call.get(60, TimeUnit.SECONDS).getMessage().getHeader(CallAutomationConstants.CALL_CONNECTION_ID))
                .isEqualTo("c1");
    }
}
