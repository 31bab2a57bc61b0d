package dev.callautomation.camel;

import java.util.concurrent.CompletableFuture;

import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.FailedToCreateProducerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.ScriptedService.Request;
import dev.callautomation.camel.event.PlayCompleted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The options of awaited operations, in an application without consumers of events. */
class AwaitOptionsTest extends AwaitTestSupport {

    private static final String PLAY = "callautomation:play?file=https://example.com/a.wav";

    @Override
    void configure(CallAutomationComponent component) {
        super.configure(component);
        component.setMaxPendingOperations(1);
    }

    @Test
    void noConsumerIsNeeded() throws Exception {
        CompletableFuture<Exchange> exchange = begin(PLAY + AWAIT);
        assertThat(tell("PlayCompleted", request(0), "")).isEqualTo(200);
        body(exchange, PlayCompleted.class);
    }

    @Test
    void anEventCompletesAnOperationWhoseProducerHasBeenStopped() throws Exception {
        AsyncProducer producer = context.getEndpoint(PLAY + AWAIT).createAsyncProducer();
        producer.start();
        Exchange exchange = producer.getEndpoint().createExchange();
        exchange.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
        CompletableFuture<Exchange> ended = producer.processAsync(exchange);
        Request play = request(0);
        waiting(1);
        // as Camel does when its cache of producers is full
        producer.stop();
        assertThat(tell("PlayCompleted", play, "")).isEqualTo(200);
        body(ended, PlayCompleted.class);
        await().untilAsserted(() -> assertThat(tell("PlayCompleted", play, ""))
                .as("no operation is pending")
                .isEqualTo(404));
    }

    @Test
    void anOperationBeyondTheMaximumOfPendingOperationsIsNotSent() throws Exception {
        CompletableFuture<Exchange> first = begin(PLAY + AWAIT);
        waiting(1);
        assertThat(failure(begin(PLAY + AWAIT), CallAutomationRequestFailedException.class))
                .hasMessageContaining("was not sent")
                .hasMessageContaining("maxPendingOperations");
        assertThat(service.requests()).hasSize(1);
        tell("PlayCompleted", request(0), "");
        body(first, PlayCompleted.class);
        CompletableFuture<Exchange> next = begin(PLAY + AWAIT);
        tell("PlayCompleted", request(1), "");
        body(next, PlayCompleted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rejectCall",
                "redirectCall",
                "startContinuousDtmfRecognition",
                "getCallProperties",
                "listParticipants"
            })
    void anOperationThatNoEventCompletesCannotBeAwaited(String operation) {
        assertThatThrownBy(() -> context.getEndpoint("callautomation:" + operation + "?awaitCompletion=true"))
                .rootCause()
                .hasMessageContaining(operation)
                .hasMessageContaining("remove the option awaitCompletion");
    }

    @Test
    void defaultsOfTheComponentApplyOnlyToOperationsThatSupportThem() throws Exception {
        component.getConfiguration().setAwaitCompletion(true);
        component.getConfiguration().setContextHeaders("CustomerId");
        component.getConfiguration().setCancelOnTimeout(true);
        assertThat(ended(begin("callautomation:startContinuousDtmfRecognition?target=8:acs:a_b"))
                        .getException())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void completionTimeoutMustBePositive(String timeout) {
        assertThatThrownBy(() -> context.getEndpoint(PLAY + "&completionTimeout=" + timeout))
                .rootCause()
                .hasMessageContaining("completionTimeout");
    }

    @Test
    void cancelOnTimeoutIsRejectedForAnOperationThatCannotBeCanceled() {
        assertThatThrownBy(() -> context.getEndpoint("callautomation:hangUp?cancelOnTimeout=true"))
                .rootCause()
                .hasMessageContaining("remove the option cancelOnTimeout");
    }

    @Test
    void awaitCompletionRequiresTheAuthenticationOfDeliveries() {
        component.getConfiguration().setResourceId(null);
        component.getConfiguration().setEventGridSecret(null);
        assertThatThrownBy(() -> template.requestBody(PLAY + AWAIT, ""))
                .isInstanceOf(FailedToCreateProducerException.class)
                .rootCause()
                .hasMessageContaining("resourceId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "~", "", "node/1"})
    void nodeIdMustFitIntoTheOperationContext(String id) {
        CallAutomationComponent other = new CallAutomationComponent(context);
        other.setNodeId(id);
        assertThatThrownBy(other::start).hasMessageContaining("nodeId");
    }

    @Test
    void nodeIdCanBeSetUntilTheComponentStarts() {
        CallAutomationComponent other = new CallAutomationComponent(context);
        other.init();
        other.setNodeId("pod-1");
        other.start();
        assertThat(other.node()).isEqualTo("pod-1");
        other.stop();
    }
}
