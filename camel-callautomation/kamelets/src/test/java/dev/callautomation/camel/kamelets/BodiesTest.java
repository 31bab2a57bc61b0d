package dev.callautomation.camel.kamelets;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.model.CallConnectionProperties;
import dev.callautomation.camel.test.CallAutomationTest;
import dev.callautomation.simulator.CallAutomationSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/** A body that is JSON is not a request of the Kamelets, and data types of Pipes decide what others receive. */
@CallAutomationTest
class BodiesTest {

    private CallAutomationSimulator simulator;

    @Test
    void anEventAsJsonIsNotTakenForARequest() throws Exception {
        try (Application application = new Application("classpath:pipes/json.yaml").start()) {
            MockEndpoint answered = application.mock("answered");
            MockEndpoint end = application.mock("end");
            answered.expectedMessageCount(1);
            end.expectedMessageCount(1);

            simulator.phone(Application.CALLER).call(Application.NUMBER);

            end.setResultWaitTime(30_000);
            end.assertIsSatisfied();
            assertThat(answered.getExchanges().get(0).getMessage().getBody())
                    .as("the result of the operation")
                    .isInstanceOf(CallConnectionProperties.class);
            Message last = end.getExchanges().get(0).getMessage();
            assertThat(last.getBody()).isInstanceOf(String.class).asString().contains("\"callConnectionState\"");
            assertThat(last.getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/json");
        }
    }

    @Test
    void theCatalogueOfApacheCamelIsBesideIt() {
        try (Application application = new Application("classpath:pipes/catalogue.yaml").start()) {
            assertThat(application.context().getRoutes()).isNotEmpty();

            String call = simulator.phone(Application.CALLER).call(Application.NUMBER);

            assertThat(simulator.expectRequest("rejectCall", call).status()).isEqualTo(204);
        }
    }

    @Test
    void anEventIsACloudEventForOthers() throws Exception {
        try (Application application = new Application("classpath:pipes/cloudevents.yaml").start()) {
            MockEndpoint event = application.mock("event");
            event.expectedMessageCount(1);

            String call = simulator.phone(Application.CALLER).call(Application.NUMBER);

            event.setResultWaitTime(30_000);
            event.assertIsSatisfied();
            Message message = event.getExchanges().get(0).getMessage();
            assertThat(message.getHeader("CamelCloudEventType")).isEqualTo("Microsoft.Communication.IncomingCall");
            assertThat(message.getBody(String.class)).contains("\"incomingCallContext\"");
            assertThat(simulator.expectRequest("rejectCall").callId()).isEqualTo(call);
        }
    }
}
