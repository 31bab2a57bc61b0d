package dev.callautomation.camel.internal.completion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.callautomation.camel.internal.support.RecentEntries;

/** What this node has learned about the others: from their messages, or because they did not reply. */
final class RelayPeers {

    private static final int NODES = 1_000;

    /** Spreads the bits of a hash: half of the golden ratio's fraction, and a shift. */
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private static final int SHIFT = 32;

    private final String node;
    private final boolean routesByCall;
    private final Duration unresponsiveTime;
    private final Map<String, Peer> responsive = new ConcurrentHashMap<>();
    private final RecentEntries<String, Long> unresponsive = new RecentEntries<>(NODES);
    private volatile Keepers keepers;

    private record Peer(boolean addressable, boolean routesByCall) {}

    /** @param all whether no node is known that does not keep calls */
    private record Keepers(List<String> nodes, boolean all) {}

    /**
     * @param node             the id of this node
     * @param routesByCall     whether this node sends events to the nodes of their call alone
     * @param unresponsiveTime how long a node that has not replied counts as unresponsive, unless it sends a message
     */
    RelayPeers(String node, boolean routesByCall, Duration unresponsiveTime) {
        this.node = node;
        this.routesByCall = routesByCall;
        this.unresponsiveTime = unresponsiveTime;
        this.keepers = new Keepers(List.of(node), routesByCall);
    }

    /**
     * A node has sent a message.
     *
     * @param takesOwn whether it takes messages that are sent to it alone
     * @param byCall   whether it tells others of its calls
     */
    void heard(String other, boolean takesOwn, boolean byCall) {
        unresponsive.remove(other);
        Peer peer = new Peer(takesOwn, takesOwn && byCall);
        if (!peer.equals(responsive.get(other)) && responsive.size() < NODES) {
            responsive.put(other, peer);
            chooseKeepers();
        }
    }

    /**
     * Whether a message for the node may be sent to it alone. Not before it has sent one, as it may be of a former version; and
     * an operation context, from which the id comes, must not choose where messages go.
     */
    boolean isAddressable(String other) {
        Peer peer = responsive.get(other);
        return peer != null && peer.addressable();
    }

    /** A node has not replied. Returns whether it did so before. */
    boolean becomesUnresponsive(String other) {
        boolean before = isUnresponsive(other);
        unresponsive.put(other, System.nanoTime());
        if (responsive.remove(other) != null) {
            chooseKeepers();
        }
        return !before;
    }

    boolean isUnresponsive(String other) {
        Long since = unresponsive.get(other);
        return since != null && System.nanoTime() - since < unresponsiveTime.toNanos();
    }

    private synchronized void chooseKeepers() {
        List<String> nodes = new ArrayList<>(List.of(node));
        boolean all = routesByCall;
        for (Map.Entry<String, Peer> other : responsive.entrySet()) {
            if (other.getValue().routesByCall()) {
                nodes.add(other.getKey());
            } else {
                all = false;
            }
        }
        keepers = new Keepers(List.copyOf(nodes), all);
    }

    /** Whether this node and all that it knows tell of their calls. */
    boolean allRouteByCall() {
        return keepers.all();
    }

    /**
     * The node that keeps which nodes have operations on a call or recording: the one with the largest hash of both ids, so that
     * few calls change their keeper when a node comes or goes.
     */
    String keeper(String id) {
        int hash = id.hashCode();
        return keepers.nodes().stream()
                .max(Comparator.comparingLong((String other) -> mixed(other.hashCode(), hash))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(node);
    }

    private static long mixed(int one, int other) {
        long mixed = ((long) one << SHIFT | other & 0xFFFFFFFFL) * FACTOR;
        mixed = (mixed ^ mixed >>> SHIFT) * FACTOR;
        return mixed ^ mixed >>> SHIFT;
    }
}
