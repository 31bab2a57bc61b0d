package dev.callautomation.camel.internal.completion;

import java.util.concurrent.CompletionStage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends messages to the other nodes: to one alone where that is known to take them. */
final class RelaySender {

    private static final Logger LOG = LoggerFactory.getLogger(RelaySender.class);

    private final RelayHealth relay;
    private final RelayPeers peers;

    RelaySender(RelayHealth relay, RelayPeers peers) {
        this.relay = relay;
        this.peers = peers;
    }

    CompletionStage<Void> sendToAll(RelayMessage message) {
        return logged(relay.send(message));
    }

    /** Sends a message that concerns one node only. */
    CompletionStage<Void> send(RelayMessage message) {
        return sendTo(message.to(), message);
    }

    CompletionStage<Void> sendTo(String node, RelayMessage message) {
        return logged(peers.isAddressable(node) ? relay.sendTo(node, message) : relay.send(message));
    }

    private static CompletionStage<Void> logged(CompletionStage<Void> sent) {
        return sent.whenComplete((nothing, failure) -> {
            if (failure != null) {
                LOG.warn("A relay message could not be sent to the other nodes", failure);
            }
        });
    }
}
