package dev.callautomation.camel.internal.completion;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.support.service.ServiceHelper;

import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.camel.NodeRelay;

/** Relays over two Camel endpoints: one publishes, and the other receives all messages of all nodes, as from a topic. */
public final class EndpointRelay implements NodeRelay {

    private final CamelContext context;
    private final String to;
    private final String from;
    private final boolean toOneNode;
    private AsyncProducer producer;
    private Consumer consumer;

    /** @param toOneNode whether a message that names a node reaches that node alone */
    public EndpointRelay(CamelContext context, String to, String from, boolean toOneNode) {
        this.context = context;
        this.to = to;
        this.from = from;
        this.toOneNode = toOneNode;
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
        CompletableFuture<Void> sent = new CompletableFuture<>();
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
        return sent;
    }

    @Override
    public synchronized void close() {
        ServiceHelper.stopAndShutdownService(consumer);
        ServiceHelper.stopAndShutdownService(producer);
    }
}
