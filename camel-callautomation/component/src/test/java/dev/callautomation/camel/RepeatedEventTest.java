package dev.callautomation.camel;

import java.util.concurrent.CompletableFuture;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.ScriptedService.Request;
import dev.callautomation.camel.event.AddParticipantSucceeded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An event that is delivered again to another node, after the first has died, leads to the same requests. */
class RepeatedEventTest extends AwaitTestSupport {

    private static RoutesBuilder flow() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=CallConnected")
                        .to(ADD + AWAIT)
                        .to(ADD + AWAIT)
                        .to("mock:end");
            }
        };
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        context.getShutdownStrategy().setTimeout(1);
        return flow();
    }

    /** A node that gets its events from a transport. */
    private CamelContext otherNode() throws Exception {
        CamelContext other = new DefaultCamelContext();
        CallAutomationComponent theirs = new CallAutomationComponent();
        theirs.getConfiguration().setConnectionString(service.connectionString());
        theirs.setCallbackEnabled(false);
        other.addComponent("callautomation", theirs);
        other.addRoutes(flow());
        // nobody tells of the last operation
        other.getShutdownStrategy().setTimeout(1);
        other.start();
        return other;
    }

    @Test
    void theServiceRecognizesTheRequestAndTheOtherNodeItsEvent() throws Exception {
        String connected = event("CallConnected", null, "");
        assertThat(post(connected).statusCode()).isEqualTo(200);
        Request first = request(0);
        waiting(1);
        CamelContext other = otherNode();
        try {
            other.createFluentProducerTemplate()
                    .to("callautomation:processEvents")
                    .withBody(connected)
                    .send();
            Request again = request(1);
            assertThat(again.repeatabilityId()).isEqualTo(first.repeatabilityId());
            assertThat(again.operationContext()).as("names another node").isNotEqualTo(first.operationContext());
            CallAutomationComponent theirs = other.getComponent("callautomation", CallAutomationComponent.class);
            await().until(() -> theirs.pendingOperations().size() == 1);
            // the service has carried out the first, and tells of it as of that one
            String added = event("AddParticipantSucceeded", first.operationContext(), "");
            other.createFluentProducerTemplate()
                    .to("callautomation:processEvents")
                    .withBody(added)
                    .send();
            Request next = request(2);
            assertThat(next.repeatabilityId())
                    .as("the next step, for the next event")
                    .isNotEqualTo(first.repeatabilityId());
            post(added);
            assertThat(request(3).repeatabilityId()).isEqualTo(next.repeatabilityId());
        } finally {
            other.stop();
        }
    }

    @Test
    void requestsWithoutAnEventHaveEachTheirOwnName() throws Exception {
        CompletableFuture<Exchange> one = begin(ADD + AWAIT);
        Request first = request(0);
        CompletableFuture<Exchange> two = begin(ADD + AWAIT);
        Request second = request(1);
        assertThat(first.repeatabilityId()).isNotEqualTo(second.repeatabilityId());
        tell("AddParticipantSucceeded", first, "");
        tell("AddParticipantSucceeded", second, "");
        body(one, AddParticipantSucceeded.class);
        body(two, AddParticipantSucceeded.class);
    }
}
