package dev.callautomation.camel;

import java.util.Map;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Where senders are not authenticated, no header is taken from events. */
class UnverifiedContextHeadersTest extends AwaitTestSupport {

    @Override
    void configure(CallAutomationComponent component) {
        super.configure(component);
        component.getConfiguration().setCallbackAuthentication(CallbackAuthentication.NONE);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events").to("mock:events");
            }
        };
    }

    @Test
    void headersAreNotRestored() throws Exception {
        MockEndpoint events = getMockEndpoint("mock:events");
        events.expectedMessageCount(1);
        ended(begin(PLAY + "&operationContext=greeting&contextHeaders=CustomerId", Map.of("CustomerId", "7")));
        assertThat(request(0).operationContext()).contains("CustomerId=7");
        tell("PlayCompleted", request(0), "");
        events.assertIsSatisfied();
        assertThat(events.getExchanges().get(0).getMessage().getHeaders())
                .doesNotContainKey("CustomerId")
                .containsEntry(CallAutomationConstants.OPERATION_CONTEXT, "greeting");
    }
}
