package dev.callautomation.camel.internal.completion;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import dev.callautomation.camel.NodeRelay;
import dev.callautomation.camel.internal.support.Availability;

/**
 * A relay, and whether it works: by the result of opening it and of each message, and, if the messages of a node come back to
 * it, by one to itself.
 */
final class RelayHealth {

    /** Minimum time between two messages that only find out whether the relay works. */
    private static final Duration INTERVAL = Duration.ofSeconds(4);

    private final String node;
    private final NodeRelay relay;
    private final boolean routesByCall;
    private final LongSupplier numbers;
    private volatile Availability availability = availability("a message was not sent");
    private volatile boolean wanted;
    private volatile boolean open;
    private volatile boolean echoes;
    private volatile Echo awaited;

    /** A message of this node to itself. */
    private record Echo(long number, long attempt) {}

    /**
     * @param routesByCall whether this node announces its calls to the others, as its messages state
     * @param numbers      numbers messages of this node to itself
     */
    RelayHealth(String node, NodeRelay relay, boolean routesByCall, LongSupplier numbers) {
        this.node = node;
        this.relay = relay;
        this.routesByCall = routesByCall;
        this.numbers = numbers;
    }

    private static Availability availability(String overdue) {
        return new Availability(System::nanoTime, INTERVAL, overdue);
    }

    /** Returns whether the messages of this node come back to it. */
    boolean open(Consumer<byte[]> receiver) throws Exception {
        boolean returned = relay.returnsOwnMessages();
        // messages may arrive, and be answered, before the relay says that it is open
        echoes = returned;
        Availability fresh = availability(returned ? "no message of this node came back" : "a message was not sent");
        long attempt = fresh.beginUntimed();
        availability = fresh;
        wanted = true;
        try {
            relay.open(receiver);
        } catch (Exception e) {
            fresh.failed(attempt, "it could not be opened: " + Availability.reason(e));
            throw e;
        }
        if (!returned) {
            fresh.succeeded(attempt);
        }
        open = true;
        return returned;
    }

    /** Sends to all nodes. Fails if the relay throws. */
    CompletionStage<Void> send(RelayMessage message) {
        return sendTo(null, message);
    }

    /**
     * Sends to one node. Fails if the relay throws.
     *
     * @param receiver {@code null} for all nodes
     */
    CompletionStage<Void> sendTo(String receiver, RelayMessage message) {
        Availability current = availability;
        return sendTo(receiver, message, current, current.beginUntimed());
    }

    private CompletionStage<Void> sendTo(String receiver, RelayMessage message, Availability current, long attempt) {
        CompletionStage<Void> sent;
        try {
            byte[] json = message.with(routesByCall).write();
            sent = receiver == null ? relay.send(json) : relay.sendTo(receiver, json);
        } catch (RuntimeException e) {
            sent = CompletableFuture.failedStage(e);
        }
        return sent.whenComplete((nothing, failure) -> {
            if (failure != null) {
                current.failed(attempt, "a message could not be sent: " + Availability.reason(failure));
            } else if (!echoes) {
                current.succeeded(attempt);
            }
        });
    }

    /** Sends a message that no other node regards, unless one was sent a moment ago. */
    void probe() {
        Availability current = availability;
        OptionalLong attempt = open ? current.beginIfDue() : OptionalLong.empty();
        if (attempt.isPresent()) {
            Echo echo = new Echo(numbers.getAsLong(), attempt.getAsLong());
            awaited = echo;
            // to this node alone: as many nodes, as many probes, which would all reach each other
            sendTo(node, RelayMessage.echo(node, echo.number()), current, echo.attempt());
        }
    }

    /** A message of this node was received. */
    void returned(RelayMessage message) {
        Echo echo = awaited;
        if (echo != null && message.isEcho() && message.query() == echo.number()) {
            availability.succeeded(echo.attempt());
        }
    }

    /** Empty unless the relay was to be opened. */
    Optional<Availability.Status> status() {
        return wanted ? Optional.of(availability.status()) : Optional.empty();
    }

    void close() {
        open = false;
        wanted = false;
        relay.close();
    }
}
