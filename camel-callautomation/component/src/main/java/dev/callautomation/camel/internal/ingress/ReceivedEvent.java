package dev.callautomation.camel.internal.ingress;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.event.EventTypes;
import dev.callautomation.camel.event.UnknownEvent;
import dev.callautomation.camel.internal.support.CallIds;
import dev.callautomation.camel.internal.support.OperationContextPrefix;
import dev.callautomation.camel.internal.support.SharedTrace;

/** An event as it was received; its record is created at its first use, and shared by all consumers. */
public final class ReceivedEvent {

    private static final CompletableFuture<Boolean> NOT_ORPHANED = CompletableFuture.completedFuture(false);

    private final EventEnvelope envelope;
    private final OperationContextPrefix contextPrefix;
    private final JsonNode tree;
    private final EventBytes bytes;
    private final Class<? extends CallAutomationEvent> recordType;
    private final Object[] members;
    private final boolean verified;
    private volatile SharedTrace sharedTrace;
    private CallAutomationEvent typed;
    private volatile CallIds callIds;
    private EventIdentity identity;
    private CompletableFuture<Boolean> orphaned = NOT_ORPHANED;

    /**
     * @param contextPrefix what the component had added to the operation context; {@code null} if nothing
     * @param tree          the whole event as it was received; not to be changed
     * @param verified      whether its sender is known to be the service
     */
    ReceivedEvent(EventEnvelope envelope, OperationContextPrefix contextPrefix, JsonNode tree, boolean verified) {
        this(envelope, contextPrefix, tree, null, null, null, verified);
    }

    /**
     * As the other, of an event that is as the service documents it.
     *
     * @param recordType {@code null} if it is to be looked up
     * @param members    of the record, if they have been read; otherwise {@code null}
     */
    ReceivedEvent(
            EventEnvelope envelope,
            OperationContextPrefix contextPrefix,
            EventBytes bytes,
            Class<? extends CallAutomationEvent> recordType,
            Object[] members,
            boolean verified) {
        this(envelope, contextPrefix, null, bytes, recordType, members, verified);
    }

    private ReceivedEvent(
            EventEnvelope envelope,
            OperationContextPrefix contextPrefix,
            JsonNode tree,
            EventBytes bytes,
            Class<? extends CallAutomationEvent> recordType,
            Object[] members,
            boolean verified) {
        this.envelope = envelope;
        this.contextPrefix = contextPrefix;
        this.tree = tree;
        this.bytes = bytes;
        this.recordType = recordType;
        this.members = members;
        this.verified = verified;
    }

    /** The ids for log lines, made once: they are needed at each step of the event. */
    CallIds callIds() {
        CallIds ids = callIds;
        if (ids == null) {
            ids = CallIds.of(envelope);
            callIds = ids;
        }
        return ids;
    }

    /** By which its repetitions are recognized; {@code null} if they are not: it has no id. Called by one thread at a time. */
    public EventIdentity identity() {
        if (identity == null) {
            identity = EventIdentity.of(envelope);
        }
        return identity;
    }

    /** Whether its sender is known to be the service, so that its context headers may be used. */
    public boolean verified() {
        return verified;
    }

    /** The whole event as it was received, JSON in UTF-8. */
    public byte[] delivered() {
        return (tree == null ? bytes.tree() : tree).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the event belongs to an awaited operation that does not wait any more, on any node. */
    public boolean orphaned() {
        return orphaned.getNow(false);
    }

    /** Sets whether the event is orphaned, as soon as that is known. */
    void claim(CompletionStage<Boolean> result) {
        orphaned = result.toCompletableFuture();
    }

    boolean isClaimed() {
        return orphaned.isDone();
    }

    /** The whole event as it was received, JSON in UTF-8; without the work of {@link #delivered()} where it is possible. */
    public byte[] json() {
        return tree == null ? bytes.copy() : delivered();
    }

    /** Runs a task as soon as it is known whether the event is orphaned: at once, or on the executor. */
    void whenClaimed(Runnable task, Executor executor) {
        if (orphaned.isDone()) {
            task.run();
        } else {
            orphaned.whenCompleteAsync((result, failure) -> task.run(), executor);
        }
    }

    /** The trace that its routes may begin together; {@code null} if it has one route. */
    public SharedTrace sharedTrace() {
        return sharedTrace;
    }

    void hasSeveralRoutes() {
        sharedTrace = new SharedTrace();
    }

    public EventEnvelope envelope() {
        return envelope;
    }

    /** What the component had added to the operation context; {@code null} if nothing. */
    public OperationContextPrefix contextPrefix() {
        return contextPrefix;
    }

    /** The event as its record, with the members that can be read; as {@link UnknownEvent} if its type has none. */
    public synchronized CallAutomationEvent typed() {
        if (typed == null) {
            Class<? extends CallAutomationEvent> known = recordType != null
                    ? recordType
                    : EventTypes.find(envelope.shortType()).orElse(UnknownEvent.class);
            typed = bytes == null ? null : RecordReader.event(known, envelope, bytes, members);
            if (typed == null) {
                typed = MemberReader.event(known, envelope);
            }
        }
        return typed;
    }

    @Override
    public String toString() {
        return envelope.toString();
    }
}
