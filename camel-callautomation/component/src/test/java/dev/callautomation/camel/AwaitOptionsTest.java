package dev.callautomation.camel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

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

/** What can be asked of operations that wait, in an application without any consumer of events. */
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
    void anEventIsTakenWhoseProducerHasBeenStoppedMeanwhile() throws Exception {
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
        await().untilAsserted(() ->
                assertThat(tell("PlayCompleted", play, "")).as("nobody waits").isEqualTo(404));
    }

    @Test
    void oneMoreThanMayWaitIsNotSent() throws Exception {
        CompletableFuture<Exchange> first = begin(PLAY + AWAIT);
        waiting(1);
        assertThat(failure(begin(PLAY + AWAIT), RejectedExecutionException.class))
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
            strings = {"rejectCall", "redirectCall", "startContinuousDtmf", "getCallProperties", "listParticipants"})
    void whatNoEventEndsCannotBeWaitedFor(String operation) {
        assertThatThrownBy(() -> context.getEndpoint("callautomation:" + operation + "?awaitCompletion=true"))
                .rootCause()
                .hasMessageContaining(operation)
                .hasMessageContaining("leave awaitCompletion out");
    }

    @Test
    void aDefaultForAllOperationsSuitsThoseThatItSuits() throws Exception {
        component.getConfiguration().setAwaitCompletion(true);
        component.getConfiguration().setCarry("CustomerId");
        component.getConfiguration().setCancelOnTimeout(true);
        assertThat(ended(begin("callautomation:startContinuousDtmf?target=8:acs:a_b"))
                        .getException())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void thereIsNoWaitWithoutADeadline(String timeout) {
        assertThatThrownBy(() -> context.getEndpoint(PLAY + "&completionTimeout=" + timeout))
                .rootCause()
                .hasMessageContaining("completionTimeout");
    }

    @Test
    void whatCannotBeCancelledIsNotSaidToBe() {
        assertThatThrownBy(() -> context.getEndpoint("callautomation:hangUp?cancelOnTimeout=true"))
                .rootCause()
                .hasMessageContaining("leave cancelOnTimeout out");
    }

    @Test
    void whoMayDeliverHasToBeSaidForAWait() {
        component.getConfiguration().setResourceId(null);
        component.getConfiguration().setEventGridSecret(null);
        assertThatThrownBy(() -> template.requestBody(PLAY + AWAIT, ""))
                .isInstanceOf(FailedToCreateProducerException.class)
                .rootCause()
                .hasMessageContaining("resourceId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "~", "", "node/1"})
    void aNodesIdFitsIntoTheContext(String id) {
        CallAutomationComponent other = new CallAutomationComponent(context);
        other.setNodeId(id);
        assertThatThrownBy(other::start).hasMessageContaining("nodeId");
    }

    @Test
    void aNodesIdCanBeGivenUntilTheComponentStarts() {
        CallAutomationComponent other = new CallAutomationComponent(context);
        other.init();
        other.setNodeId("pod-1");
        other.start();
        assertThat(other.node()).isEqualTo("pod-1");
        other.stop();
    }
}
