package dev.callautomation.camel.ingress;

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

/** An event as it came in; its record is made when the first consumer wants it, and shared by all. */
public final class ReceivedEvent {

    private static final Logger LOG = LoggerFactory.getLogger(ReceivedEvent.class);

    private final EventEnvelope envelope;
    private final JsonNode delivered;
    private CallAutomationEvent typed;
    private CompletableFuture<Boolean> nobodyWaited = CompletableFuture.completedFuture(false);

    /** @param delivered the whole event as it came in; not to be changed */
    ReceivedEvent(EventEnvelope envelope, JsonNode delivered) {
        this.envelope = envelope;
        this.delivered = delivered;
    }

    /** The whole event as it came in, JSON in UTF-8. */
    public byte[] delivered() {
        return delivered.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the event belongs to an operation that somebody wanted to wait for, and nobody does. */
    public boolean nobodyWaited() {
        return nobodyWaited.getNow(false);
    }

    /** Tells who waited, as soon as that is known. */
    void claim(CompletionStage<Boolean> nobody) {
        nobodyWaited = nobody.toCompletableFuture();
    }

    /** Runs a task as soon as it is known who waited: at once, or on the executor. */
    void whenClaimed(Runnable task, Executor executor) {
        if (nobodyWaited.isDone()) {
            task.run();
        } else {
            nobodyWaited.whenCompleteAsync((nobody, failure) -> task.run(), executor);
        }
    }

    public EventEnvelope envelope() {
        return envelope;
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
