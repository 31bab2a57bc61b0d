package dev.callautomation.simulator.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.model.TimelineEntry;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineListenersTest {

    private final TimelineListeners listeners = new TimelineListeners(Long.MAX_VALUE);

    @AfterEach
    void stop() {
        listeners.close();
    }

    @Test
    void eachListenerIsHandedAllEntriesInOrder() {
        List<TimelineEntry> first = new CopyOnWriteArrayList<>();
        List<TimelineEntry> second = new CopyOnWriteArrayList<>();
        listeners.add(first::add);
        listeners.add(second::add);
        List<TimelineEntry> written = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            written.add(entry("entry " + i));
            listeners.offer(written.get(i));
        }

        listeners.close();

        assertThat(first).isEqualTo(written);
        assertThat(second).isEqualTo(written);
    }

    @Test
    void entriesOfManyThreadsAreHandedOver() throws Exception {
        AtomicInteger handedOver = new AtomicInteger();
        listeners.add(entry -> handedOver.incrementAndGet());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> {
                for (int entry = 0; entry < 5_000; entry++) {
                    listeners.offer(entry("entry"));
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        listeners.close();

        assertThat(handedOver).hasValue(20_000);
    }

    @Test
    void anEntryIsHandedOverWhenNoneFollows() throws Exception {
        BlockingQueue<TimelineEntry> handedOver = new LinkedBlockingQueue<>();
        listeners.add(handedOver::add);
        for (int i = 0; i < 500; i++) {
            TimelineEntry entry = entry("entry " + i);
            listeners.offer(entry);

            assertThat(handedOver.poll(30, TimeUnit.SECONDS)).isSameAs(entry);
        }
    }

    @Test
    void whatAListenerWritesIsHandedOver() throws Exception {
        BlockingQueue<String> handedOver = new LinkedBlockingQueue<>();
        listeners.add(entry -> {
            handedOver.add(entry.text());
            if (entry.text().equals("first")) {
                listeners.offer(entry("second"));
            }
        });

        listeners.offer(entry("first"));

        assertThat(handedOver.poll(30, TimeUnit.SECONDS)).isEqualTo("first");
        assertThat(handedOver.poll(30, TimeUnit.SECONDS)).isEqualTo("second");
    }

    @Test
    void aListenerThatFailsStopsNeitherTheOthersNorTheNextEntries() {
        List<String> handedOver = new CopyOnWriteArrayList<>();
        listeners.add(entry -> {
            throw new AssertionError("the assertion of a test");
        });
        listeners.add(entry -> handedOver.add(entry.text()));
        listeners.offer(entry("one"));
        listeners.offer(entry("two"));

        listeners.close();

        assertThat(handedOver).containsExactly("one", "two");
    }

    @Test
    void anInterruptOfAListenerReachesNoOther() {
        List<Boolean> interrupted = new CopyOnWriteArrayList<>();
        listeners.add(entry -> Thread.currentThread().interrupt());
        listeners.add(entry -> interrupted.add(Thread.currentThread().isInterrupted()));
        listeners.offer(entry("one"));
        listeners.offer(entry("two"));

        listeners.close();

        assertThat(interrupted).containsExactly(false, false);
    }

    @Test
    void aListenerHearsNothingThatWasWrittenBefore() {
        List<String> heard = new CopyOnWriteArrayList<>();
        CountDownLatch added = new CountDownLatch(1);
        listeners.add(entry -> await(added));
        listeners.offer(entry("before"));
        listeners.offer(entry("also before"));
        listeners.add(entry -> heard.add(entry.text()));
        listeners.offer(entry("after"));
        added.countDown();

        listeners.close();

        assertThat(heard).containsExactly("after");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nothingIsHandedOverAfterTheEnd() throws Exception {
        List<TimelineEntry> ended = new CopyOnWriteArrayList<>();
        BlockingQueue<TimelineEntry> other = new LinkedBlockingQueue<>();
        AutoCloseable registration = listeners.add(ended::add);
        listeners.add(other::add);
        registration.close();
        listeners.offer(entry("one"));
        listeners.close();
        listeners.offer(entry("two"));

        assertThat(ended).isEmpty();
        assertThat(other).extracting(TimelineEntry::text).containsExactly("one");
    }

    private static TimelineEntry entry(String text) {
        return new TimelineEntry("call", Instant.EPOCH, TimelineEntry.Kind.PHONE, "phone", null, text, Map.of());
    }
}
