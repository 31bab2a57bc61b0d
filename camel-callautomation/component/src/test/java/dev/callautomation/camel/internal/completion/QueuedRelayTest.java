package dev.callautomation.camel.internal.completion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.NodeRelay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Messages that are queued while the transport sends one. */
class QueuedRelayTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Transport transport = new Transport();
    private QueuedRelay relay = relay(Duration.ofMinutes(1), Duration.ZERO);

    /** Sends a message when it is released. */
    private static final class Transport implements NodeRelay {

        private final CountDownLatch sending = new CountDownLatch(1);
        private final CountDownLatch release = new CountDownLatch(1);
        private final List<String> sent = new ArrayList<>();
        private Exception failure;
        private boolean closed;

        @Override
        public void open(Consumer<byte[]> receiver) throws Exception {
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public CompletionStage<Void> send(byte[] message) {
            sending.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
            sent.add(new String(message, StandardCharsets.UTF_8));
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<Void> sendTo(String node, byte[] message) {
            sent.add(node);
            return send(message);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private QueuedRelay relay(Duration queueTimeout, Duration stopTimeout) {
        return new QueuedRelay(context, transport, queueTimeout, stopTimeout);
    }

    @AfterEach
    void stop() {
        transport.release.countDown();
        relay.close();
        context.stop();
    }

    private CompletableFuture<Void> send(String message) {
        return relay.send(message.getBytes(StandardCharsets.UTF_8)).toCompletableFuture();
    }

    /** The first message is being sent. */
    private CompletableFuture<Void> open() throws Exception {
        relay.open(message -> {});
        CompletableFuture<Void> first = send("first");
        await().until(() -> transport.sending.getCount() == 0);
        return first;
    }

    private static void assertFailed(CompletableFuture<Void> sent, Class<? extends Exception> type) {
        assertThatThrownBy(() -> sent.get(1, TimeUnit.MINUTES))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(type);
    }

    @Test
    void messagesAreSentInTheirOrder() throws Exception {
        CompletableFuture<Void> first = open();
        CompletableFuture<Void> second =
                relay.sendTo("node", "second".getBytes(StandardCharsets.UTF_8)).toCompletableFuture();
        CompletableFuture<Void> third = send("third");
        assertThat(first).isNotDone();
        transport.release.countDown();
        CompletableFuture.allOf(first, second, third).get(1, TimeUnit.MINUTES);
        assertThat(transport.sent).containsExactly("first", "node", "second", "third");
    }

    @Test
    void aMessageThatIsQueuedTooLongIsNotSent() throws Exception {
        relay = relay(Duration.ofNanos(-1), Duration.ZERO);
        relay.open(message -> {});
        assertFailed(send("late"), TimeoutException.class);
        assertThat(transport.sent).isEmpty();
    }

    @Test
    void aMessageThatExceedsTheQueueIsNotSent() throws Exception {
        open();
        for (int i = 0; i < QueuedRelay.CAPACITY; i++) {
            assertThat(send("queued")).isNotDone();
        }
        assertFailed(send("more"), RejectedExecutionException.class);
    }

    @Test
    void aStopFailsWhatIsStillQueued() throws Exception {
        CompletableFuture<Void> first = open();
        CompletableFuture<Void> second = send("second");
        relay.close();
        assertFailed(first, IllegalStateException.class);
        assertFailed(second, IllegalStateException.class);
        assertFailed(send("third"), IllegalStateException.class);
        assertThat(transport.sent).isEmpty();
        assertThat(transport.closed).isTrue();
    }

    @Test
    void aStopWaitsForWhatIsQueued() throws Exception {
        relay = relay(Duration.ofMinutes(1), Duration.ofMinutes(1));
        open();
        CompletableFuture<Void> second = send("second");
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(relay::close);
        assertThat(second).isNotDone();
        transport.release.countDown();
        stopped.get(1, TimeUnit.MINUTES);
        assertThat(transport.sent).containsExactly("first", "second");
    }

    @Test
    void aTransportThatCannotBeOpenedIsOpenedAgain() throws Exception {
        transport.failure = new IOException("no broker");
        assertThatThrownBy(this::open).isSameAs(transport.failure);
        assertFailed(send("closed"), IllegalStateException.class);
        transport.failure = null;
        CompletableFuture<Void> first = open();
        transport.release.countDown();
        first.get(1, TimeUnit.MINUTES);
    }
}
