package dev.callautomation.camel.internal.completion;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.NodeRelay;
import dev.callautomation.camel.internal.support.ThreadPools;

/**
 * Sends the messages of a relay in their order, on one thread of its own: a transport may block, as while it connects to its
 * broker, and then delays neither a delivery nor the start or stop of the component. What is queued too long, or exceeds the
 * queue, fails.
 */
public final class QueuedRelay implements NodeRelay {

    /** Some seconds of a node under load. */
    static final int CAPACITY = 10_000;

    /** How long a stop waits for what is queued. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(1);

    private final CamelContext context;
    private final NodeRelay relay;
    private final Duration queueTimeout;
    private final Duration stopTimeout;
    private volatile @Nullable ExecutorService sender;
    private volatile boolean closed;

    /** @param queueTimeout the time after which a message that is still queued is not sent any more */
    public QueuedRelay(CamelContext context, NodeRelay relay, Duration queueTimeout) {
        this(context, relay, queueTimeout, STOP_TIMEOUT);
    }

    QueuedRelay(CamelContext context, NodeRelay relay, Duration queueTimeout, Duration stopTimeout) {
        this.context = context;
        this.relay = relay;
        this.queueTimeout = queueTimeout;
        this.stopTimeout = stopTimeout;
    }

    @Override
    public synchronized void open(Consumer<byte[]> receiver) throws Exception {
        closed = false;
        sender = ThreadPools.pool(context, this, "CallAutomationRelay", 1, CAPACITY);
        try {
            relay.open(receiver);
        } catch (Exception e) {
            stopSending();
            throw e;
        }
    }

    @Override
    public CompletionStage<Void> send(byte[] message) {
        return queue(() -> relay.send(message));
    }

    @Override
    public CompletionStage<Void> sendTo(String node, byte[] message) {
        return queue(() -> relay.sendTo(node, message));
    }

    private CompletionStage<Void> queue(Supplier<CompletionStage<Void>> message) {
        ExecutorService executor = sender;
        if (executor == null) {
            return CompletableFuture.failedStage(new IllegalStateException("the relay is not open"));
        }
        long queued = System.nanoTime();
        try {
            return CompletableFuture.supplyAsync(() -> send(message, queued), executor)
                    .thenCompose(Function.identity());
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedStage(
                    new RejectedExecutionException(CAPACITY + " messages are queued, or the relay was closed", e));
        }
    }

    private CompletionStage<Void> send(Supplier<CompletionStage<Void>> message, long queued) {
        if (closed) {
            return CompletableFuture.failedStage(new IllegalStateException("the relay was closed"));
        }
        if (System.nanoTime() - queued > queueTimeout.toNanos()) {
            return CompletableFuture.failedStage(
                    new TimeoutException("it was queued longer than the option relayTimeout allows"));
        }
        return message.get();
    }

    @Override
    public boolean sendsToOneNode() {
        return relay.sendsToOneNode();
    }

    @Override
    public boolean returnsOwnMessages() {
        return relay.returnsOwnMessages();
    }

    @Override
    public synchronized void close() {
        ExecutorService executor = sender;
        if (executor != null) {
            executor.shutdown();
            try {
                executor.awaitTermination(stopTimeout.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            stopSending();
        }
        relay.close();
    }

    private void stopSending() {
        closed = true;
        ExecutorService executor = sender;
        sender = null;
        // each fails, as the relay is closed
        executor.shutdownNow().forEach(Runnable::run);
        context.getExecutorServiceManager().shutdownNow(executor);
    }
}
