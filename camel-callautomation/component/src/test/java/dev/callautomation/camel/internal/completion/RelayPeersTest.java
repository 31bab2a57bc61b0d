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
                peers.heard("node-" + i, true, true);
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
    void aNodeThatDoesNotTellOfItsCallsKeepsNone() {
        RelayPeers peers = peers(0, 2);
        assertThat(peers.allRouteByCall()).isTrue();
        peers.heard("plain", true, false);
        peers.heard("former", false, true);
        assertThat(peers.allRouteByCall()).isFalse();
        assertThat(calls.stream().map(peers::keeper).distinct()).containsExactlyInAnyOrder("node-0", "node-1");
    }
}
