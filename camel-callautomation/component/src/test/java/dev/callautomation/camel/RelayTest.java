package dev.callautomation.camel;

import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.camel.ScriptedService.Request;
import dev.callautomation.camel.event.CallDisconnected;
import dev.callautomation.camel.event.PlayCompleted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** An operation waits on this node, and its event comes to another. The relay is a folder that both nodes read. */
class RelayTest extends AwaitTestSupport {

    private static final String PLAY = "callautomation:play?file=https://example.com/a.wav&operationContext=greeting";

    @TempDir
    Path folder;

    private final Queue<Message> theirEvents = new ConcurrentLinkedQueue<>();
    private CamelContext other;

    @Override
    void configure(CallAutomationComponent component) {
        super.configure(component);
        component.setNodeId("this-node");
        relay(component);
    }

    private void relay(CallAutomationComponent node) {
        // the other reads only what is written whole
        node.setRelayTo("file:" + folder + "?tempPrefix=.");
        node.setRelayFrom("file:" + folder + "?noop=true&delay=20&initialDelay=0");
        node.setRelayTimeout(2_000);
    }

    private void startOther() throws Exception {
        other = new DefaultCamelContext();
        CallAutomationComponent theirs = new CallAutomationComponent();
        theirs.getConfiguration().setConnectionString(service.connectionString());
        theirs.setOpenCallbackPath(false);
        theirs.setNodeId("other-node");
        relay(theirs);
        other.addComponent("callautomation", theirs);
        other.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events")
                        .process(exchange ->
                                theirEvents.add(exchange.getMessage().copy()));
            }
        });
        other.start();
    }

    @AfterEach
    void stopOther() throws Exception {
        if (other != null) {
            other.stop();
        }
    }

    private void deliverToOther(String event) {
        assertThat(other.createFluentProducerTemplate()
                        .to("callautomation:dispatch")
                        .withBody(event)
                        .send()
                        .getException())
                .isNull();
    }

    private Message theirEvent() {
        return await().until(theirEvents::poll, message -> message != null);
    }

    @Test
    void anEventGoesToTheNodeThatWaitsAndToTheConsumersWhereItCame() throws Exception {
        startOther();
        CompletableFuture<Exchange> exchange = begin(PLAY + AWAIT);
        deliverToOther(event("PlayCompleted", request(0).operationContext(), ""));
        assertThat(body(exchange, PlayCompleted.class).operationContext()).isEqualTo("greeting");
        assertThat(theirEvent().getHeaders()).doesNotContainKey(CallAutomationConstants.NOBODY_WAITED);
    }

    @Test
    void theEndOfTheCallGoesToAllNodes() throws Exception {
        startOther();
        CompletableFuture<Exchange> exchange = begin("callautomation:hangUp?awaitCompletion=true");
        waiting(1);
        deliverToOther(event("CallDisconnected", null, ""));
        body(exchange, CallDisconnected.class);
        theirEvent();
    }

    @Test
    void aNodeThatHasGivenUpSaysSo() throws Exception {
        startOther();
        CompletableFuture<Exchange> exchange = begin(PLAY + AWAIT + "&completionTimeout=100");
        Request play = request(0);
        failure(exchange, CallAutomationTimeoutException.class);
        deliverToOther(event("PlayCompleted", play.operationContext(), ""));
        assertThat(theirEvent().getHeaders()).containsEntry(CallAutomationConstants.NOBODY_WAITED, true);
    }

    @Test
    void theEventsOfANodeThatIsGoneAreMarked() throws Exception {
        startOther();
        deliverToOther(event("PlayStarted", "~cca1~gone~o1~CustomerId=7~greeting", ""));
        Message first = theirEvent();
        assertThat(first.getHeaders())
                .containsEntry(CallAutomationConstants.NOBODY_WAITED, true)
                .containsEntry("CustomerId", "7");
        // it is not waited for again
        long before = System.nanoTime();
        deliverToOther(event("PlayCompleted", "~cca1~gone~o1~CustomerId=7~greeting", ""));
        assertThat(theirEvent().getHeaders()).containsEntry(CallAutomationConstants.NOBODY_WAITED, true);
        assertThat(System.nanoTime() - before).isLessThan(2_000_000_000L);
    }

    @Test
    void aRelayHasTwoEnds() {
        CallAutomationComponent half = new CallAutomationComponent(context);
        half.setRelayTo("direct:others");
        assertThatThrownBy(half::start).hasMessageContaining("relayFrom");
    }
}
