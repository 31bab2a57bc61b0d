package dev.callautomation.camel.kamelets;

import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.CallAutomationOperationFailedException;
import dev.callautomation.camel.event.CallConnected;
import dev.callautomation.camel.test.CallAutomationTest;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;

/** A step that fails reaches the error handler of the Pipe. */
@CallAutomationTest
class FailuresTest {

    private static final String AGENT = "+18005550142";

    private CallAutomationSimulator simulator;

    @Test
    void whatAPipeDoesAfterAFailureIsDoneWithTheCall() {
        simulator.phone(AGENT).behaviour(PhoneBehaviour.DECLINE);
        try (Application application = new Application("classpath:pipes/agent.yaml").start()) {
            assertThat(application.context().getRoutes()).isNotEmpty();
            String call = simulator.phone(Application.CALLER).call(Application.NUMBER);

            simulator.await(call).event("CallTransferAccepted");
            var transfer = simulator.expectRequest("transferToParticipant", call);
            assertThat(transfer.text("targetParticipant/phoneNumber/value")).isEqualTo("+18005550199");
            assertThat(transfer.text("sourceCallerIdNumber"))
                    .as("of the invitation")
                    .isNull();
        }
    }

    @Test
    void theErrorHandlerReceivesTheEventAndTheException() throws Exception {
        simulator.phone(AGENT).behaviour(PhoneBehaviour.DECLINE);
        try (Application application = new Application("classpath:pipes/failures.yaml").start()) {
            MockEndpoint failures = application.mock("failures");
            failures.expectedMessageCount(1);

            simulator.phone(Application.CALLER).call(Application.NUMBER);

            failures.setResultWaitTime(30_000);
            failures.assertIsSatisfied();
            Exchange exchange = failures.getExchanges().get(0);
            assertThat(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))
                    .isInstanceOf(CallAutomationOperationFailedException.class);
            assertThat(exchange.getMessage().getBody()).isInstanceOf(CallConnected.class);
            assertThat(exchange.getMessage().getHeader("CamelCallAutomationResultSubCode"))
                    .isEqualTo(560403);
        }
    }
}
