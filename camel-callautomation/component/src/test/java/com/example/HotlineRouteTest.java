package com.example;

import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.event.IncomingCall;
import dev.callautomation.camel.model.CommunicationIdentifier;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests the route without the service: no connection string, no secret, no HTTP server. */
class HotlineRouteTest extends CamelTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new HotlineRoute();
    }

    @Override
    public void configureTest(TestExecutionConfiguration configuration) {
        super.configureTest(configuration);
        configuration.withUseAdviceWith(true);
    }

    @Test
    void aKnownCallerIsTransferredToTheAgent() throws Exception {
        assertThat(transferred("+14255550123")).isEqualTo("callautomation://transfer?target=+18005550142");
    }

    @Test
    void anotherCallerIsTransferredToTheSupport() throws Exception {
        assertThat(transferred("+14255550124")).isEqualTo("callautomation://transfer?target=+18005550199");
    }

    private String transferred(String caller) throws Exception {
        context.getPropertiesComponent().addInitialProperty("support.number", "+18005550199");
        AdviceWith.adviceWith(context, "hotline", route -> {
            route.replaceFromWith("direct:call");
            route.mockEndpointsAndSkip("callautomation:*");
        });
        context.start();
        MockEndpoint answer = getMockEndpoint("mock:callautomation:answerCall");
        MockEndpoint transfer = getMockEndpoint("mock:callautomation:transfer");
        answer.expectedHeaderReceived(CallAutomationConstants.INCOMING_CALL_CONTEXT, "context");
        transfer.expectedMessageCount(1);

        template.sendBodyAndHeaders(
                "direct:call", incomingCall(caller), Map.of(CallAutomationConstants.INCOMING_CALL_CONTEXT, "context"));

        MockEndpoint.assertIsSatisfied(context);
        return transfer.getExchanges().get(0).getProperty(Exchange.TO_ENDPOINT, String.class);
    }

    private static IncomingCall incomingCall(String caller) {
        EventEnvelope envelope = new EventEnvelope(
                "event-1",
                "Microsoft.Communication.IncomingCall",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                JsonNodeFactory.instance.objectNode());
        return new IncomingCall(
                envelope,
                CommunicationIdentifier.of("+18005550100"),
                CommunicationIdentifier.of(caller),
                "",
                "context",
                null,
                null);
    }
}
