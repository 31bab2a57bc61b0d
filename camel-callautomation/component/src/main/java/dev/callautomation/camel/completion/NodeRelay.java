package dev.callautomation.camel.completion;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Takes messages from each node to all others. Messages may be lost, come twice or out of order; a lost one makes a wait end
 * by its deadline, or an event look as if nobody waited. Whoever can send messages can end operations: the way must be
 * as trusted as the nodes.
 */
public interface NodeRelay {

    /**
     * Begins.
     *
     * @param receiver gets what other nodes send; what this node sends may come back to it, too. Does not block
     */
    void open(Consumer<byte[]> receiver) throws Exception;

    /** Sends to all nodes, without blocking; fails if the message certainly does not go out. */
    CompletionStage<Void> send(byte[] message);

    /** Ends; nothing is received any more. */
    void close();
}
