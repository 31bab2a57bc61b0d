package dev.callautomation.camel;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Where anybody can deliver events, no header is taken from them. */
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
        tell("PlayCompleted", "~cca1~~~CustomerId=7~greeting", "");
        events.assertIsSatisfied();
        assertThat(events.getExchanges().get(0).getMessage().getHeaders())
                .doesNotContainKey("CustomerId")
                .containsEntry(CallAutomationConstants.OPERATION_CONTEXT, "greeting");
    }
}
