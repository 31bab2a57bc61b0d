package dev.callautomation.camel.internal.completion;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.CallAutomationConstants;

import static org.assertj.core.api.Assertions.assertThat;

/** A route chooses a topic by the header that names the node. Queues in memory are in the place of topics. */
class EndpointRelayTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final BlockingQueue<String> one = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> other = new LinkedBlockingQueue<>();
    private final EndpointRelay relay = relay("seda:one");
    private final EndpointRelay otherRelay = relay("seda:other");

    private EndpointRelay relay(String from) {
        return new EndpointRelay(context, "direct:relay", from, true);
    }

    @BeforeEach
    void open() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:relay")
                        .choice()
                        .when(header(CallAutomationConstants.RELAY_NODE).isNull())
                        .multicast()
                        .to("seda:one", "seda:other")
                        .endChoice()
                        .otherwise()
                        .toD("seda:${header.CamelCallAutomationRelayNode}");
            }
        });
        context.start();
        relay.open(message -> one.add(new String(message, StandardCharsets.UTF_8)));
        otherRelay.open(message -> other.add(new String(message, StandardCharsets.UTF_8)));
    }

    @AfterEach
    void close() {
        relay.close();
        otherRelay.close();
        context.stop();
    }

    @Test
    void theHeaderNamesTheOnlyNodeThatAMessageConcerns() throws Exception {
        relay.send("to all".getBytes(StandardCharsets.UTF_8))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        relay.sendTo("other", "to one".getBytes(StandardCharsets.UTF_8))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        relay.sendTo("one", "last".getBytes(StandardCharsets.UTF_8))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        assertThat(List.of(next(one), next(one))).containsExactly("to all", "last");
        assertThat(List.of(next(other), next(other))).containsExactly("to all", "to one");
    }

    private static String next(BlockingQueue<String> queue) throws InterruptedException {
        return String.valueOf(queue.poll(30, TimeUnit.SECONDS));
    }
}
