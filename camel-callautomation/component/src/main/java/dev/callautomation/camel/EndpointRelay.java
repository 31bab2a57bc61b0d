package dev.callautomation.camel;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.completion.NodeRelay;

/** Relays over two Camel endpoints: what one sends to, each node must get all of from the other, as from a topic. */
final class EndpointRelay implements NodeRelay {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointRelay.class);

    private final CamelContext context;
    private final String to;
    private final String from;
    private final Duration patience;
    private AsyncProducer producer;
    private Consumer consumer;
    private ExecutorService sender;

    /** @param patience how old a message may become that waits to be sent */
    EndpointRelay(CamelContext context, String to, String from, Duration patience) {
        this.context = context;
        this.to = to;
        this.from = from;
        this.patience = patience;
    }

    @Override
    public synchronized void open(java.util.function.Consumer<byte[]> receiver) throws Exception {
        producer = context.getEndpoint(to).createAsyncProducer();
        ServiceHelper.startService(producer);
        // a transport may block while it looks for its broker, and messages keep their order
        sender = WorkerThreads.pool(context, this, "CallAutomationRelay", 1);
        consumer = context.getEndpoint(from)
                .createConsumer(
                        exchange -> receiver.accept(exchange.getMessage().getMandatoryBody(byte[].class)));
        ServiceHelper.startService(consumer);
    }

    @Override
    public CompletionStage<Void> send(byte[] message) {
        long before = System.nanoTime();
        CompletableFuture<Void> sent = new CompletableFuture<>();
        try {
            sender.execute(() -> {
                if (System.nanoTime() - before > patience.toNanos()) {
                    sent.completeExceptionally(new TimeoutException("it has waited too long to be sent"));
                } else {
                    sendNow(message, sent);
                }
            });
        } catch (RejectedExecutionException e) {
            sent.completeExceptionally(e);
        }
        return sent.whenComplete((nothing, failure) -> {
            if (failure != null) {
                LOG.warn("A message to other nodes could not be sent", failure);
            }
        });
    }

    private void sendNow(byte[] message, CompletableFuture<Void> sent) {
        Exchange exchange = producer.getEndpoint().createExchange();
        exchange.getMessage().setBody(message);
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
