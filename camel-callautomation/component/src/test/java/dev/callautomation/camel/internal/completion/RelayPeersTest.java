package dev.callautomation.camel.internal.completion;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which node keeps the nodes of a call. */
class RelayPeersTest {

    private static final int NODES = 10;

    private final List<String> calls = IntStream.range(0, 10_000)
            .mapToObj(i -> UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> Byte.SIZE)})
                    .toString())
            .toList();

    private static RelayPeers peers(int self, int nodes) {
        RelayPeers peers = new RelayPeers("node-" + self, true, Duration.ofMinutes(1));
        for (int i = 0; i < nodes; i++) {
            if (i != self) {
                peers.messageReceived("node-" + i, 0, true, true);
            }
        }
        return peers;
    }

    @Test
    void allNodesChooseTheSameKeeperOfACall() {
        RelayPeers one = peers(0, NODES);
        RelayPeers other = peers(7, NODES);
        assertThat(calls).allSatisfy(call -> assertThat(one.keeper(call)).isEqualTo(other.keeper(call)));
    }

    @Test
    void eachNodeKeepsItsShareOfTheCalls() {
        Map<String, Long> shares = calls.stream()
                .map(peers(0, NODES)::keeper)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(shares).hasSize(NODES);
        assertThat(shares.values()).allSatisfy(share -> assertThat(share).isBetween(800L, 1_200L));
    }

    @Test
    void onlyTheCallsOfANodeThatDoesNotReplyHaveAnotherKeeper() {
        RelayPeers before = peers(0, NODES);
        RelayPeers after = peers(0, NODES);
        after.becomesUnresponsive("node-3");
        Stream<String> moved =
                calls.stream().filter(call -> !before.keeper(call).equals(after.keeper(call)));
        assertThat(moved).isNotEmpty().allSatisfy(call -> assertThat(before.keeper(call))
                .isEqualTo("node-3"));
    }

    @Test
    void aNodeThatDoesNotAnnounceItsCallsKeepsNone() {
        RelayPeers peers = peers(0, 2);
        assertThat(peers.allRouteByCall()).isTrue();
        peers.messageReceived("plain", 0, true, false);
        peers.messageReceived("former", 0, false, true);
        assertThat(peers.allRouteByCall()).isFalse();
        assertThat(calls.stream().map(peers::keeper).distinct()).containsExactlyInAnyOrder("node-0", "node-1");
    }

    @Test
    void aNodeThatDoesNotAnnounceItsCallsIsStillKnownWhenItDoesNotReply() {
        RelayPeers peers = peers(0, 2);
        peers.messageReceived("plain", 0, true, false);
        peers.becomesUnresponsive("plain");
        assertThat(peers.isAddressable("plain")).isFalse();
        assertThat(peers.allRouteByCall()).isFalse();
        peers.stopped("plain", 1);
        assertThat(peers.allRouteByCall()).isTrue();
    }

    @Test
    void aNodeThatHasStoppedKeepsNoCallsUntilItStartsAgain() {
        RelayPeers peers = peers(0, 2);
        peers.started("node-1", 5);
        assertThat(peers.stopped("node-1", 7)).isTrue();
        // sent before the stop, and received after it
        peers.messageReceived("node-1", 0, true, true);
        peers.messageReceived("node-1", 6, true, true);
        assertThat(peers.isStopped("node-1")).isTrue();
        assertThat(calls.stream().map(peers::keeper).distinct()).containsExactly("node-0");
        peers.messageReceived("node-1", 8, true, true);
        assertThat(peers.isStopped("node-1")).isFalse();
        assertThat(calls.stream().map(peers::keeper).distinct()).containsExactlyInAnyOrder("node-0", "node-1");
    }

    @Test
    void aNodeThatHasStartedAgainIsKnownAlthoughItsStopArrivesLater() {
        RelayPeers peers = peers(0, 2);
        peers.started("node-1", 8);
        assertThat(peers.stopped("node-1", 7)).isFalse();
        assertThat(peers.isAddressable("node-1")).isTrue();
    }

    @Test
    void moreNodesThanCanBeKnownAreSentTheEventsOfAllCalls() {
        RelayPeers peers = peers(0, RelayPeers.NODES + 1);
        assertThat(peers.allRouteByCall()).isTrue();
        peers.messageReceived("node-1", 0, true, false);
        assertThat(peers.allRouteByCall()).as("a known one has changed").isFalse();
        peers.messageReceived("node-1", 0, true, true);
        assertThat(peers.allRouteByCall()).isTrue();
        peers.messageReceived("more", 0, true, true);
        peers.stopped("node-1", 1);
        assertThat(peers.allRouteByCall()).isFalse();
    }
}
