package dev.callautomation.camel;

import java.nio.file.Path;
import java.time.Duration;
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

/** An operation is pending on this node, and its event is delivered to another. The relay is a folder that both read. */
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

    /** A reply takes some time on a busy machine. */
    private void relay(CallAutomationComponent node) {
        // a file is visible to the other node when it is complete
        node.setRelayToUri("file:" + folder + "?tempPrefix=.");
        node.setRelayFromUri("file:" + folder + "?noop=true&delay=20&initialDelay=0");
        node.setRelayTimeout(LIMIT.toMillis());
    }

    private void startOther() throws Exception {
        startOther(LIMIT);
    }

    private void startOther(Duration timeout) throws Exception {
        other = new DefaultCamelContext();
        CallAutomationComponent theirs = new CallAutomationComponent();
        theirs.getConfiguration().setConnectionString(service.connectionString());
        theirs.setCallbackEnabled(false);
        theirs.setNodeId("other-node");
        relay(theirs);
        theirs.setRelayTimeout(timeout.toMillis());
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
                        .to("callautomation:processEvents")
                        .withBody(event)
                        .send()
                        .getException())
                .isNull();
    }

    private Message theirEvent() {
        return await().atMost(LIMIT).until(theirEvents::poll, message -> message != null);
    }

    @Test
    void anEventCompletesTheOperationOfAnotherNodeAndIsDeliveredToConsumers() throws Exception {
        startOther();
        CompletableFuture<Exchange> exchange = begin(PLAY + AWAIT);
        deliverToOther(event("PlayCompleted", request(0).operationContext(), ""));
        assertThat(body(exchange, PlayCompleted.class).operationContext()).isEqualTo("greeting");
        assertThat(theirEvent().getHeaders()).doesNotContainKey(CallAutomationConstants.ORPHANED);
    }

    @Test
    void theEndOfTheCallIsSentToAllNodes() throws Exception {
        startOther();
        CompletableFuture<Exchange> exchange = begin("callautomation:hangUp?awaitCompletion=true");
        waiting(1);
        deliverToOther(event("CallDisconnected", null, ""));
        body(exchange, CallDisconnected.class);
        theirEvent();
    }

    @Test
    void theEventOfAnOperationThatHasTimedOutIsOrphaned() throws Exception {
        startOther();
        CompletableFuture<Exchange> exchange = begin(PLAY + AWAIT + "&completionTimeout=100");
        Request play = request(0);
        deadlines.pass();
        failure(exchange, CallAutomationTimeoutException.class);
        deliverToOther(event("PlayCompleted", play.operationContext(), ""));
        assertThat(theirEvent().getHeaders()).containsEntry(CallAutomationConstants.ORPHANED, true);
    }

    @Test
    void theEventsOfAStoppedNodeAreOrphaned() throws Exception {
        startOther(Duration.ofMillis(500));
        for (String type : new String[] {"PlayStarted", "PlayCompleted"}) {
            deliverToOther(event(type, "~cca1~gone~o1~~greeting", ""));
            assertThat(theirEvent().getHeaders())
                    .containsEntry(CallAutomationConstants.ORPHANED, true)
                    .containsEntry(CallAutomationConstants.OPERATION_CONTEXT, "greeting");
        }
    }

    /** A random id has no topic. */
    @Test
    void relayByCallRequiresANodeId() {
        CallAutomationComponent node = new CallAutomationComponent(context);
        relay(node);
        node.setNodeId(null);
        node.setRelayByCall(true);
        assertThatThrownBy(node::start).hasMessageContaining("nodeId");
    }

    @Test
    void relayToUriRequiresRelayFromUri() {
        CallAutomationComponent half = new CallAutomationComponent(context);
        half.setRelayToUri("direct:others");
        assertThatThrownBy(half::start).hasMessageContaining("relayFromUri");
    }
}
