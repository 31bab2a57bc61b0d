package dev.callautomation.camel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.event.AddParticipantSucceeded;
import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.CallConnected;
import dev.callautomation.camel.event.CallDisconnected;
import dev.callautomation.camel.event.ParticipantsUpdated;
import dev.callautomation.camel.event.RecordingStateChanged;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.TimelineEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Operations wait on one node, while the simulator delivers all events to another. The relay is a folder. */
class WaitingOnOtherNodeTest extends AwaitOnSimulatorSupport {

    @TempDir
    Path folder;

    private final Queue<Message> unclaimed = new ConcurrentLinkedQueue<>();
    private CamelContext asking;
    private CallAutomationComponent asker;

    @Override
    void configure(CallAutomationComponent component) {
        super.configure(component);
        node(component, "receives");
    }

    private void node(CallAutomationComponent node, String id) {
        node.setNodeId(id);
        node.setRelayToUri("file:" + folder + "?tempPrefix=.");
        node.setRelayFromUri("file:" + folder + "?noop=true&delay=20&initialDelay=0");
        // longer than a busy machine delays a message
        node.setRelayTimeout(20_000);
        node.setContextHeadersKey("a-key-of-all-nodes");
        // the other node has no route that declares it
        node.setAllowedContextHeaders("CustomerId");
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?orphanedOnly=true")
                        .process(exchange -> unclaimed.add(exchange.getMessage().copy()));
            }
        });
        return context;
    }

    @BeforeEach
    void startAsking() {
        asking = new DefaultCamelContext();
        asker = new CallAutomationComponent();
        asker.getConfiguration().setConnectionString(simulator().connectionString());
        asker.getConfiguration().setCallbackUri(address().toString());
        asker.setCallbackEnabled(false);
        node(asker, "asks");
        asking.addComponent("callautomation", asker);
        asking.getShutdownStrategy().setTimeout(1);
        asking.start();
    }

    @AfterEach
    void stopAsking() {
        asking.stop();
    }

    private CompletableFuture<Exchange> begin(String operation, Map<String, Object> headers) {
        return asking.createProducerTemplate()
                .asyncSend(
                        "callautomation:" + operation + (operation.contains("?") ? "&" : "?") + "awaitCompletion=true",
                        exchange -> exchange.getMessage().setHeaders(new HashMap<>(headers)));
    }

    private <T extends CallAutomationEvent> T there(Class<T> type, String operation, Map<String, Object> headers)
            throws Exception {
        Exchange exchange = begin(operation, headers).get(60, TimeUnit.SECONDS);
        assertThat(exchange.getException()).as(operation).isNull();
        return type.cast(exchange.getMessage().getBody());
    }

    private CallConnected callThere() throws Exception {
        return there(
                CallConnected.class,
                "createCall?cognitiveServicesEndpoint=https://ai.example.com&sourceCallerIdNumber=" + APPLICATION
                        + "&target=" + CUSTOMER,
                Map.of());
    }

    @Test
    void eachOperationEndsThoughItsEventComesElsewhere() throws Exception {
        CallConnected connected = callThere();
        Map<String, Object> call = in(connected.callConnectionId());
        there(AddParticipantSucceeded.class, TO_AGENT, call);
        there(ParticipantsUpdated.class, "hold?target=" + CUSTOMER, call);
        there(ParticipantsUpdated.class, "unhold?target=" + CUSTOMER, call);
        there(ParticipantsUpdated.class, "muteParticipant?target=" + AGENT, call);
        Map<String, Object> server = Map.of(CallAutomationConstants.SERVER_CALL_ID, connected.serverCallId());
        there(RecordingStateChanged.class, "startRecording", server);
        there(CallDisconnected.class, "hangUp?forEveryone=true", call);
        assertThat(unclaimed).isEmpty();
    }

    @Test
    void anEventThatIsEarlyEndsItsOperation() throws Exception {
        simulator().setFaults(Fault.onEvent("AddParticipantSucceeded").beforeResponse());
        CallConnected connected = callThere();
        there(AddParticipantSucceeded.class, TO_AGENT + "&operationContext=x", in(connected.callConnectionId()));
        assertThat(unclaimed).isEmpty();
    }

    @Test
    void theEventOfAStoppedNodeIsOrphanedAndHasItsContextHeaders() throws Exception {
        Map<String, Object> call = new HashMap<>(in(callThere().callConnectionId()));
        call.put("CustomerId", "7");
        simulator().phone(AGENT).behaviour(PhoneBehaviour.NO_ANSWER);
        CompletableFuture<Exchange> invitation =
                begin(TO_AGENT + "&operationContext=agent&contextHeaders=CustomerId", call);
        await().until(() -> asker.pendingOperations().size() == 1);
        asking.stop();
        Exchange stopped = invitation.get(60, TimeUnit.SECONDS);
        assertThat(stopped.getException()).isInstanceOf(CallAutomationStoppedException.class);
        simulator().phone(AGENT).answer();
        Message message = await().atMost(Duration.ofMinutes(1)).until(unclaimed::poll, known -> known != null);
        assertThat(message.getBody()).isInstanceOf(AddParticipantSucceeded.class);
        assertThat(message.getHeaders())
                .containsEntry("CustomerId", "7")
                .containsEntry(CallAutomationConstants.OPERATION_CONTEXT, "agent")
                .containsEntry(CallAutomationConstants.ORPHANED, true);
    }

    /** The number of requests in a call that the service has responded to. */
    private long responses(String call) {
        return simulator().timeline(call).stream()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.RESPONSE)
                .count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TO_AGENT,
                "play?text=Hello&voice=en-US-NancyNeural&loop=true",
                "recognize?text=Your number&voice=en-US-NancyNeural&maxTones=4&target=" + CUSTOMER,
                "transfer?target=" + AGENT
            })
    void aCallerWhoHangsUpFailsPendingOperations(String operation) throws Exception {
        simulator().phone(AGENT).behaviour(PhoneBehaviour.NO_ANSWER);
        String call = callThere().callConnectionId();
        long responses = responses(call);
        CompletableFuture<Exchange> pending = begin(operation, in(call));
        await().until(() -> responses(call) > responses);
        simulator().phone(CUSTOMER).hangUp();
        assertThat(pending.get(60, TimeUnit.SECONDS).getException())
                .isInstanceOf(CallAutomationOperationFailedException.class);
    }
}
