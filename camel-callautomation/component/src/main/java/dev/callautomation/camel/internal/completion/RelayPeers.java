package dev.callautomation.camel.internal.completion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.callautomation.camel.internal.support.RecentEntries;

/** What this node has learned about the others: from their messages, or because they did not reply. */
final class RelayPeers {

    static final int NODES = 1_000;

    /** Spreads the bits of a hash: half of the golden ratio's fraction, and a shift. */
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private static final int SHIFT = 32;

    private final String node;
    private final boolean routesByCall;
    private final Duration absenceTime;
    private final RecentEntries<String, Absence> absent = new RecentEntries<>(NODES);
    private final RecentEntries<String, Long> starts = new RecentEntries<>(NODES);

    /** Guarded by its lock. */
    private final Map<String, Peer> known = new HashMap<>();

    /** Guarded by the same lock: once a node was left out, not all are known, whichever have gone since. */
    private boolean overflowed;

    private volatile View view;

    private record Peer(boolean addressable, boolean routesByCall) {}

    /** @param number that of the message in which the node has announced that it stops; 0 if it has not replied */
    private record Absence(long since, long number) {

        boolean stopped() {
            return number > 0;
        }
    }

    /**
     * What is read for each event.
     *
     * @param keepers the nodes that keep calls
     * @param all     whether no node is known that does not announce its calls, and all are known
     */
    private record View(Map<String, Peer> known, List<String> keepers, boolean all) {}

    /**
     * @param node         the id of this node
     * @param routesByCall whether this node sends events to the nodes of their call alone
     * @param absenceTime  how long a node that has not replied counts as unresponsive, unless it sends a message; and how long
     *                     one that has stopped counts so, unless it starts again
     */
    RelayPeers(String node, boolean routesByCall, Duration absenceTime) {
        this.node = node;
        this.routesByCall = routesByCall;
        this.absenceTime = absenceTime;
        this.view = new View(Map.of(), List.of(node), routesByCall);
    }

    /**
     * A node has sent a message.
     *
     * @param number      the number that it has given the message; 0 for none
     * @param addressable whether it takes messages that are sent to it alone
     * @param byCall      whether it announces its calls
     */
    void messageReceived(String other, long number, boolean addressable, boolean byCall) {
        Absence absence = absent.get(other);
        if (absence != null) {
            // messages may arrive after that of the stop
            if (absence.stopped() && number <= absence.number() && isRecent(absence)) {
                return;
            }
            absent.remove(other);
        }
        Peer peer = new Peer(addressable, addressable && byCall);
        if (!peer.equals(view.known().get(other))) {
            update(other, peer);
        }
    }

    /**
     * Whether a message for the node may be sent to it alone. Not before it has sent one, as it may be of a former version; and
     * an operation context, from which the id comes, must not choose where messages go.
     */
    boolean isAddressable(String other) {
        Peer peer = view.known().get(other);
        return peer != null && peer.addressable();
    }

    /** A node has not replied. Returns whether it did so before. */
    boolean becomesUnresponsive(String other) {
        boolean before = isUnresponsive(other);
        Absence absence = absent.get(other);
        absent.put(other, new Absence(System.nanoTime(), absence == null ? 0 : absence.number()));
        Peer peer = view.known().get(other);
        if (peer != null) {
            // one that does not announce its calls may just be slow: its operations would not be known
            update(other, peer.routesByCall() ? null : new Peer(false, false));
        }
        return !before;
    }

    /** A node has announced that it has started. */
    void started(String other, long number) {
        starts.merge(other, number, Math::max);
    }

    /** A node has announced that it stops. Returns whether it has not started again since, with the same id. */
    boolean stopped(String other, long number) {
        Long start = starts.get(other);
        if (start != null && start > number) {
            return false;
        }
        absent.put(other, new Absence(System.nanoTime(), number));
        update(other, null);
        return true;
    }

    /** Whether a node has announced that it stops, so that it has no operations. */
    boolean isStopped(String other) {
        Absence absence = absent.get(other);
        return absence != null && absence.stopped();
    }

    boolean isUnresponsive(String other) {
        Absence absence = absent.get(other);
        return absence != null && isRecent(absence);
    }

    private boolean isRecent(Absence absence) {
        return System.nanoTime() - absence.since() < absenceTime.toNanos();
    }

    /** @param peer {@code null} to remove the node */
    private void update(String other, Peer peer) {
        synchronized (known) {
            if (peer == null) {
                known.remove(other);
            } else if (known.size() < NODES || known.containsKey(other)) {
                known.put(other, peer);
            } else if (overflowed) {
                return;
            } else {
                overflowed = true;
            }
            List<String> keepers = new ArrayList<>(List.of(node));
            known.forEach((name, one) -> {
                if (one.routesByCall()) {
                    keepers.add(name);
                }
            });
            boolean all = routesByCall && !overflowed && keepers.size() == known.size() + 1;
            view = new View(Map.copyOf(known), List.copyOf(keepers), all);
        }
    }

    /** Whether this node announces its calls. */
    boolean routesByCall() {
        return routesByCall;
    }

    /** Whether this node and all others announce their calls. */
    boolean allRouteByCall() {
        return view.all();
    }

    /**
     * The node that keeps which nodes have operations on a call or recording: the one with the largest hash of both ids, so that
     * few calls change their keeper when a node comes or goes.
     */
    String keeper(String id) {
        int hash = id.hashCode();
        return view.keepers().stream()
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
