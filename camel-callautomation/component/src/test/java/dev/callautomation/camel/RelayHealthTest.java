package dev.callautomation.camel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.DefaultSupervisingRouteController;
import org.apache.camel.spi.SupervisingRouteController;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whether the relay between nodes works, by its health check. */
class RelayHealthTest {

    private static final String RELAY = "callautomation-relay";

    @RegisterExtension
    final CapturedLog log = new CapturedLog();

    @TempDir
    Path folder;

    private final Topic topic = new Topic();
    private final List<DefaultCamelContext> nodes = new CopyOnWriteArrayList<>();

    /** What all nodes send is received by all of them, until it fails. */
    private static final class Topic {

        private final List<Consumer<byte[]>> receivers = new CopyOnWriteArrayList<>();
        private volatile IOException failure;
        private volatile boolean losing;
        private volatile boolean closed;

        NodeRelay relay() {
            return new NodeRelay() {

                @Override
                public void open(Consumer<byte[]> receiver) throws IOException {
                    if (closed) {
                        throw new IOException("no connection to the broker");
                    }
                    receivers.add(receiver);
                }

                @Override
                public boolean returnsOwnMessages() {
                    return true;
                }

                @Override
                public CompletionStage<Void> send(byte[] message) {
                    if (failure != null) {
                        return CompletableFuture.failedStage(failure);
                    }
                    if (!losing) {
                        receivers.forEach(receiver -> receiver.accept(message));
                    }
                    return CompletableFuture.completedStage(null);
                }

                @Override
                public void close() {
                    // the messages of a stopped node do no harm
                }
            };
        }
    }

    /** As a topic of which a node does not receive its own messages: noLocal of JMS. */
    private static final class Others implements NodeRelay {

        private volatile IOException failure;

        @Override
        public void open(Consumer<byte[]> receiver) {
            // there are no other nodes
        }

        @Override
        public CompletionStage<Void> send(byte[] message) {
            return failure == null ? CompletableFuture.completedStage(null) : CompletableFuture.failedStage(failure);
        }

        @Override
        public void close() {
            // there is nothing to close
        }
    }

    private DefaultCamelContext node(Consumer<CallAutomationComponent> options, String from) throws Exception {
        return node(new DefaultCamelContext(), options, from);
    }

    private DefaultCamelContext node(
            DefaultCamelContext context, Consumer<CallAutomationComponent> options, String from) throws Exception {
        CallAutomationComponent component = new CallAutomationComponent();
        component.setCallbackEnabled(false);
        options.accept(component);
        context.addComponent("callautomation", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).log("${body}");
            }
        });
        context.start();
        nodes.add(context);
        return context;
    }

    @AfterEach
    void stop() {
        nodes.forEach(DefaultCamelContext::stop);
    }

    private DefaultCamelContext node() throws Exception {
        return node(component -> component.setRelay(topic.relay()), "callautomation:events");
    }

    private static void assertDown(DefaultCamelContext context, String reason) {
        HealthCheck.Result result = HealthTest.check(context, RELAY);
        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getMessage())
                .hasValueSatisfying(message -> assertThat(message).contains(reason));
    }

    private static void awaitDown(DefaultCamelContext context, String reason) {
        await().untilAsserted(() -> assertDown(context, reason));
    }

    private static void awaitUp(DefaultCamelContext context) {
        await().untilAsserted(() ->
                assertThat(HealthTest.check(context, RELAY).getState()).isEqualTo(HealthCheck.State.UP));
    }

    @Test
    void aRelayThatLosesMessagesIsDownUntilOneComesBack() throws Exception {
        DefaultCamelContext context = node();
        awaitUp(context);
        topic.losing = true;
        awaitDown(context, "no message of this node came back within 3 s");
        assertThat(HealthCheckHelper.isResultsUp(HealthCheckHelper.invokeReadiness(context), true))
                .isFalse();
        topic.losing = false;
        awaitUp(context);
    }

    @Test
    void aRelayThatCannotSendIsDownWithTheReasonUntilItCan() throws Exception {
        DefaultCamelContext context = node();
        awaitUp(context);
        topic.failure = new IOException("no broker at kafka:x?saslPassword=secret-of-broker");
        awaitDown(context, "a message could not be sent: no broker at kafka:x");
        assertThat(HealthTest.check(context, RELAY).toString()).doesNotContain("secret-of-broker");
        assertThat(HealthTest.check(context, RELAY).getMessage())
                .hasValueSatisfying(message -> assertThat(message).doesNotContain("secret-of-broker"));
        topic.failure = null;
        awaitUp(context);
        assertThat(log.messages()).noneMatch(line -> line.contains("could not be sent"));
    }

    @Test
    void aRelayThatHasNeverWorkedIsDown() throws Exception {
        topic.losing = true;
        DefaultCamelContext context = node();
        assertDown(context, "come back yet");
        awaitDown(context, "no message of this node came back");
    }

    @Test
    void nodesIgnoreTheProbesOfOthers() throws Exception {
        DefaultCamelContext first = node();
        DefaultCamelContext second = node();
        awaitUp(first);
        awaitUp(second);
        assertThat(log.messages()).noneMatch(line -> line.contains("A message of the relay cannot be read"));
    }

    @Test
    void messagesOfAFolderComeBack() throws Exception {
        DefaultCamelContext context = node(
                component -> {
                    component.setRelayToUri("file:" + folder + "?tempPrefix=.");
                    component.setRelayFromUri("file:" + folder + "?noop=true&delay=20&initialDelay=0");
                },
                "callautomation:events");
        awaitUp(context);
    }

    @Test
    void anEndpointThatRefusesMessagesIsDown() throws Exception {
        DefaultCamelContext context = node(
                component -> {
                    component.setRelayToUri("direct:missing?failIfNoConsumers=true&block=false");
                    component.setRelayFromUri("seda:unused");
                },
                "callautomation:events");
        awaitDown(context, "a message could not be sent");
    }

    @Test
    void aNodeThatReceivesNoEventsNeedsNoRelay() throws Exception {
        topic.losing = true;
        DefaultCamelContext context = node(component -> component.setRelay(topic.relay()), "direct:unused");
        context.getComponent("callautomation");
        HealthCheck.Result result =
                HealthCheckHelper.invoke(context, RELAY, Map.of()).orElseThrow();
        assertThat(result.getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void withoutARelayThereIsNoCheck() throws Exception {
        DefaultCamelContext context = node(component -> {}, "callautomation:events");
        assertThat(HealthCheckRegistry.get(context).stream().map(HealthCheck::getId))
                .doesNotContain(RELAY);
    }

    @Test
    void aRelayWithoutTheMessagesOfItsOwnNodeIsUpWhileMessagesCanBeSent() throws Exception {
        Others others = new Others();
        DefaultCamelContext context = node(component -> component.setRelay(others), "callautomation:events");
        awaitUp(context);
        others.failure = new IOException("no broker");
        awaitDown(context, "a message could not be sent: no broker");
        others.failure = null;
        awaitUp(context);
    }

    @Test
    void aRelayThatCannotBeOpenedIsDownUntilItIsOpen() throws Exception {
        topic.closed = true;
        DefaultCamelContext supervised = new DefaultCamelContext();
        SupervisingRouteController controller = new DefaultSupervisingRouteController();
        controller.setInitialDelay(1);
        controller.setBackOffDelay(50);
        supervised.setRouteController(controller);
        DefaultCamelContext context =
                node(supervised, component -> component.setRelay(topic.relay()), "callautomation:events");
        awaitDown(context, "it could not be opened: no connection to the broker");
        topic.closed = false;
        awaitUp(context);
    }
}
