package dev.callautomation.camel.internal.completion;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import dev.callautomation.camel.NodeRelay;

/**
 * A relay between the nodes of a test, on one thread: what is sent is received later, in an order by chance, and some of it
 * twice.
 */
final class SimulatedRelay {

    private final Random chance;
    private final double duplicates;
    private final Map<String, Consumer<byte[]>> receivers = new HashMap<>();
    private final List<Runnable> inFlight = new ArrayList<>();
    private final Set<String> paused = new HashSet<>();
    private int received;

    /** How a node takes part. */
    enum Version {
        CURRENT,
        /** Its application's relay has no way to send to one node. */
        CURRENT_WITHOUT_SEND_TO,
        /** Neither sends to one node, nor receives what is sent to it alone. */
        FORMER
    }

    SimulatedRelay(Random chance, double duplicates) {
        this.chance = chance;
        this.duplicates = duplicates;
    }

    NodeRelay node(String id, Version version) {
        return switch (version) {
            case CURRENT -> new CurrentRelay(id);
            case CURRENT_WITHOUT_SEND_TO -> new PlainRelay(id);
            case FORMER -> new FormerRelay(id);
        };
    }

    /** The number of messages that nodes have received so far, those of their own included. */
    int received() {
        return received;
    }

    /** Whether a message was received. */
    boolean deliverOne() {
        if (inFlight.isEmpty()) {
            return false;
        }
        inFlight.remove(chance.nextInt(inFlight.size())).run();
        return true;
    }

    void stop(String node) {
        receivers.remove(node);
    }

    /** What is sent to the node is lost. */
    void pause(String node) {
        paused.add(node);
    }

    void resume(String node) {
        paused.remove(node);
    }

    private void transmit(String node, byte[] message) {
        int copies = chance.nextDouble() < duplicates ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            inFlight.add(() -> {
                Consumer<byte[]> receiver = receivers.get(node);
                if (receiver != null && !paused.contains(node)) {
                    received++;
                    receiver.accept(message);
                }
            });
        }
    }

    /** A relay of an application that implements the required methods only. */
    private class PlainRelay implements NodeRelay {

        final String id;

        PlainRelay(String id) {
            this.id = id;
        }

        @Override
        public void open(Consumer<byte[]> receiver) {
            receivers.put(id, receiver);
        }

        @Override
        public boolean returnsOwnMessages() {
            return true;
        }

        @Override
        public CompletionStage<Void> send(byte[] message) {
            receivers.keySet().forEach(node -> transmit(node, message));
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void close() {
            receivers.remove(id);
        }
    }

    private final class CurrentRelay extends PlainRelay {

        CurrentRelay(String id) {
            super(id);
        }

        @Override
        public boolean sendsToOneNode() {
            return true;
        }

        @Override
        public CompletionStage<Void> sendTo(String node, byte[] message) {
            if (!node.startsWith("former-")) {
                transmit(node, message);
            }
            return CompletableFuture.completedStage(null);
        }
    }

    private final class FormerRelay extends PlainRelay {

        FormerRelay(String id) {
            super(id);
        }

        @Override
        public CompletionStage<Void> send(byte[] message) {
            return super.send(new String(message, StandardCharsets.UTF_8)
                    .replace("\"addressable\":true,", "")
                    .getBytes(StandardCharsets.UTF_8));
        }
    }
}
