package dev.callautomation.camel.internal.ingress;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.EventEnvelope;

import static org.assertj.core.api.Assertions.assertThat;

class RecentIdentitiesTest {

    private static final int CAPACITY = 10_000;
    private static final int THREADS = 4;

    private final RecentIdentities identities = new RecentIdentities(CAPACITY);

    private static EventIdentity identity(int id) {
        return EventIdentity.of(new EventEnvelope(
                String.valueOf(id),
                "Microsoft.Communication.PlayCompleted",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                JsonNodeFactory.instance.objectNode()));
    }

    private static List<EventIdentity> identities(int first, int end) {
        return IntStream.range(first, end)
                .mapToObj(RecentIdentitiesTest::identity)
                .toList();
    }

    @Test
    void asManyAsItsCapacityAreRememberedAndAFewTimesAsManyAreNot() {
        for (int i = 0; i < 5 * CAPACITY; i++) {
            assertThat(identities.add(identity(i))).isTrue();
        }
        assertThat(identities(4 * CAPACITY, 5 * CAPACITY))
                .allMatch(identities::contains)
                .noneMatch(identities::add);
        assertThat(identities(0, 5 * CAPACITY).stream().filter(identities::contains))
                .hasSizeLessThan(3 * CAPACITY);
        assertThat(identities(0, CAPACITY)).noneMatch(identities::contains);
    }

    @Test
    void theFirstNumbersOfAnIdentityRemain() {
        for (EventIdentity identity : identities(0, CAPACITY)) {
            assertThat(identities.putIfAbsent(identity, 1 + identity.second() >>> 1, identity.first()))
                    .isNull();
        }
        assertThat(identities(0, CAPACITY)).allSatisfy(identity -> assertThat(identities.putIfAbsent(identity, 1, 2))
                .isEqualTo(new RecentIdentities.Numbers(1 + identity.second() >>> 1, identity.first())));
    }

    @Test
    void anIdentityThatWasRemovedIsNewAgainWhereverItWas() {
        List<EventIdentity> all = identities(0, CAPACITY + CAPACITY / 2);
        all.forEach(identities::add);
        List<EventIdentity> removed = IntStream.range(0, all.size())
                .filter(i -> i % 2 == 0)
                .mapToObj(all::get)
                .toList();
        removed.forEach(identities::remove);
        assertThat(removed).noneMatch(identities::contains);
        assertThat(all.stream().filter(identity -> !removed.contains(identity))).allMatch(identities::contains);
        assertThat(removed).allMatch(identities::add).allMatch(identities::contains);
    }

    @Test
    void ofThreadsThatAddTheSameOneAddsIt() {
        List<EventIdentity> all = identities(0, CAPACITY);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            long added = Stream.generate(() -> CompletableFuture.supplyAsync(() -> added(start, all), threads))
                    .limit(THREADS)
                    .toList()
                    .stream()
                    .mapToLong(CompletableFuture::join)
                    .sum();
            assertThat(added).isEqualTo(CAPACITY);
        } finally {
            threads.shutdownNow();
        }
    }

    private long added(CyclicBarrier start, List<EventIdentity> all) {
        try {
            start.await(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return all.stream().filter(identities::add).count();
    }
}
