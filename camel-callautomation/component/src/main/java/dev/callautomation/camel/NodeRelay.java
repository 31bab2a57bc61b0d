package dev.callautomation.camel;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Sends messages from each node to the others, so that an event completes an operation that is pending on another node than
 * the one it was delivered to.
 *
 * <p>Messages may be lost, duplicated or reordered. A lost message makes an operation time out, or an event appear as
 * orphaned. Messages are not authenticated: a sender of messages can complete pending operations, so that the transport must
 * be as trusted as the nodes themselves.
 */
public interface NodeRelay {

    /**
     * Starts to receive.
     *
     * @param  receiver  takes the messages of other nodes, and those of this node if the transport returns them; does not block
     * @throws Exception if the transport cannot be opened; the consumer or producer that needs it does not start then. When
     *                   that is started again, this method is called again.
     */
    void open(Consumer<byte[]> receiver) throws Exception;

    /**
     * Sends a message to all nodes. Called on one thread, for one message after another. While it blocks, further messages are
     * queued: 10,000 at most, and for the option {@code relayTimeout} at most. Those that exceed it are not sent. When the
     * component stops, it waits one second for messages that are queued, and interrupts the thread.
     *
     * @return completes when the transport has taken the message; fails if the message is certainly not sent
     */
    CompletionStage<Void> send(byte[] message);

    /**
     * Sends a message that concerns one node, as {@link #send}. It is called only for this node itself, and for nodes of which a
     * message was received. More nodes may receive the message: they ignore it. If a message that needs a reply or an
     * acknowledgement has none, or cannot be sent, it is sent to all nodes.
     *
     * <p>By default it is sent to all nodes. When an application that does so is updated to send to one node, all nodes must
     * be able to receive such messages before the first one sends them.
     *
     * @param  node the id of the node: 1 to 64 letters, digits and {@code . _ -}
     * @return      as {@link #send}
     */
    default CompletionStage<Void> sendTo(String node, byte[] message) {
        return send(message);
    }

    /**
     * Whether {@link #sendTo} sends to one node, so that other nodes have no work with the message. If so, an event that may
     * complete an operation without naming it is sent to the nodes that have operations on its call. Set it when all nodes
     * receive such messages.
     *
     * @return {@code false} by default: such events are sent to all nodes
     */
    default boolean sendsToOneNode() {
        return false;
    }

    /**
     * Whether the receiver gets the messages of its own node, too, as from a topic. If so, the health check of the relay sends
     * messages that have to come back, and so finds out whether messages can be received. Otherwise it knows only whether the
     * relay could be opened, and whether messages can be sent. Asked before each call of {@link #open}.
     *
     * @return {@code false} by default
     */
    default boolean returnsOwnMessages() {
        return false;
    }

    /** Stops; no message is received afterwards. Called while {@link #send} blocks, too. */
    void close();
}
