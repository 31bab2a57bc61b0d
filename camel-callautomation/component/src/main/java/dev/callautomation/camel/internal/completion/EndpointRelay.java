package dev.callautomation.camel.internal.completion;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.support.service.ServiceHelper;

import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.camel.NodeRelay;
import dev.callautomation.camel.internal.support.ThreadPools;

/** Relays over two Camel endpoints: one publishes, and the other receives all messages of all nodes, as from a topic. */
public final class EndpointRelay implements NodeRelay {

    private final CamelContext context;
    private final String to;
    private final String from;
    private final boolean toOneNode;
    private final Duration sendTimeout;
    private AsyncProducer producer;
    private Consumer consumer;
    private ExecutorService sender;

    /**
     * @param toOneNode   whether a message that names a node reaches that node alone
     * @param sendTimeout the time after which a message that is still queued is not sent any more
     */
    public EndpointRelay(CamelContext context, String to, String from, boolean toOneNode, Duration sendTimeout) {
        this.context = context;
        this.to = to;
        this.from = from;
        this.toOneNode = toOneNode;
        this.sendTimeout = sendTimeout;
    }

    @Override
    public synchronized void open(java.util.function.Consumer<byte[]> receiver) throws Exception {
        try {
            start(receiver);
        } catch (Exception e) {
            // it may be opened again, when its transport is available
            close();
            throw e;
        }
    }

    private void start(java.util.function.Consumer<byte[]> receiver) throws Exception {
        producer = context.getEndpoint(to).createAsyncProducer();
        ServiceHelper.startService(producer);
        // a transport may block while it connects to its broker; one thread keeps the order of messages
        sender = ThreadPools.pool(context, this, "CallAutomationRelay", 1);
        consumer = context.getEndpoint(from)
                // a message without a body is refused as one that cannot be read: redelivery would not change it
                .createConsumer(
                        exchange -> receiver.accept(exchange.getMessage().getBody(byte[].class)));
        ServiceHelper.startService(consumer);
    }

    /** {@code relayFromUri} is to deliver all messages. */
    @Override
    public boolean returnsOwnMessages() {
        return true;
    }

    @Override
    public boolean sendsToOneNode() {
        return toOneNode;
    }

    @Override
    public CompletionStage<Void> send(byte[] message) {
        return sendTo(null, message);
    }

    /** The header names the node, by which a route can choose a topic; an endpoint that ignores it sends to all nodes. */
    @Override
    public CompletionStage<Void> sendTo(String node, byte[] message) {
        long queued = System.nanoTime();
        CompletableFuture<Void> sent = new CompletableFuture<>();
        try {
            sender.execute(() -> {
                if (System.nanoTime() - queued > sendTimeout.toNanos()) {
                    sent.completeExceptionally(
                            new TimeoutException("it was queued longer than the option relayTimeout allows"));
                } else {
                    sendNow(node, message, sent);
                }
            });
        } catch (RejectedExecutionException e) {
            sent.completeExceptionally(e);
        }
        return sent;
    }

    private void sendNow(String node, byte[] message, CompletableFuture<Void> sent) {
        Exchange exchange = producer.getEndpoint().createExchange();
        exchange.getMessage().setBody(message);
        if (node != null) {
            exchange.getMessage().setHeader(CallAutomationConstants.RELAY_NODE, node);
        }
        producer.process(exchange, doneSync -> {
            if (exchange.getException() == null) {
                sent.complete(null);
            } else {
                sent.completeExceptionally(exchange.getException());
            }
        });
    }

    @Override
    public synchronized void close() {
        ServiceHelper.stopAndShutdownService(consumer);
        if (sender != null) {
            context.getExecutorServiceManager().shutdownGraceful(sender);
        }
        ServiceHelper.stopAndShutdownService(producer);
    }
}
