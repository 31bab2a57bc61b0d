package dev.callautomation.camel.internal.ingress;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.event.EventTypes;
import dev.callautomation.camel.event.UnknownEvent;
import dev.callautomation.camel.internal.support.OperationContextPrefix;

/** An event as it was received; its record is created at its first use, and shared by all consumers. */
public final class ReceivedEvent {

    private static final Logger LOG = LoggerFactory.getLogger(ReceivedEvent.class);

    private final EventEnvelope envelope;
    private final OperationContextPrefix contextPrefix;
    private final JsonNode delivered;
    private CallAutomationEvent typed;
    private CompletableFuture<Boolean> orphaned = CompletableFuture.completedFuture(false);

    /**
     * @param contextPrefix what the component had added to the operation context; {@code null} if nothing
     * @param delivered     the whole event as it was received; not to be changed
     */
    ReceivedEvent(EventEnvelope envelope, OperationContextPrefix contextPrefix, JsonNode delivered) {
        this.envelope = envelope;
        this.contextPrefix = contextPrefix;
        this.delivered = delivered;
    }

    /** The whole event as it was received, JSON in UTF-8. */
    public byte[] delivered() {
        return delivered.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the event belongs to an awaited operation that does not wait any more, on any node. */
    public boolean orphaned() {
        return orphaned.getNow(false);
    }

    /** Sets whether the event is orphaned, as soon as that is known. */
    void claim(CompletionStage<Boolean> result) {
        orphaned = result.toCompletableFuture();
    }

    /** Runs a task as soon as it is known whether the event is orphaned: at once, or on the executor. */
    void whenClaimed(Runnable task, Executor executor) {
        if (orphaned.isDone()) {
            task.run();
        } else {
            orphaned.whenCompleteAsync((result, failure) -> task.run(), executor);
        }
    }

    public EventEnvelope envelope() {
        return envelope;
    }

    /** What the component had added to the operation context; {@code null} if nothing. */
    public OperationContextPrefix contextPrefix() {
        return contextPrefix;
    }

    /** The event as its record; as {@link UnknownEvent} if it has none, or does not look like it. */
    public synchronized CallAutomationEvent typed() {
        if (typed == null) {
            typed = read();
        }
        return typed;
    }

    private CallAutomationEvent read() {
        try {
            return EventTypes.read(envelope);
        } catch (JsonProcessingException e) {
            // what the message would quote may be secret
            LOG.warn(
                    "{} does not have the members that this version knows and is delivered as unknown ({})",
                    envelope,
                    e.getClass().getSimpleName());
            return new UnknownEvent(envelope);
        }
    }

    @Override
    public String toString() {
        return envelope.toString();
    }
}
