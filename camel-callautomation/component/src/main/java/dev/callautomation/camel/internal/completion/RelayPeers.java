package dev.callautomation.camel.internal.completion;

import java.time.Duration;

import dev.callautomation.camel.internal.support.RecentEntries;

/** What this node has learned about the others: from their messages, or because they did not reply. */
final class RelayPeers {

    private static final int NODES = 1_000;

    private final Duration unresponsiveTime;
    private final RecentEntries<String, Boolean> addressable = new RecentEntries<>(NODES);
    private final RecentEntries<String, Long> unresponsive = new RecentEntries<>(NODES);

    /** @param unresponsiveTime how long a node that has not replied counts as unresponsive, unless it sends a message */
    RelayPeers(Duration unresponsiveTime) {
        this.unresponsiveTime = unresponsiveTime;
    }

    /**
     * A node has sent a message.
     *
     * @param takesOwn whether it takes messages that are sent to it alone
     */
    void heard(String node, boolean takesOwn) {
        unresponsive.remove(node);
        if (!takesOwn) {
            addressable.remove(node);
        } else {
            addressable.putIfAbsent(node, true);
        }
    }

    /**
     * Whether a message for the node may be sent to it alone. Not before it has sent one, as it may be of a former version; and
     * an operation context, from which the id comes, must not choose where messages go.
     */
    boolean isAddressable(String node) {
        return addressable.containsKey(node);
    }

    /** A node has not replied. Returns whether it did so before. */
    boolean becomesUnresponsive(String node) {
        boolean before = isUnresponsive(node);
        unresponsive.put(node, System.nanoTime());
        addressable.remove(node);
        return !before;
    }

    boolean isUnresponsive(String node) {
        Long since = unresponsive.get(node);
        return since != null && System.nanoTime() - since < unresponsiveTime.toNanos();
    }
}
