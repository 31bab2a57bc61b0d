package dev.callautomation.camel.internal.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static dev.callautomation.camel.internal.observation.CountersTest.event;
import static org.assertj.core.api.Assertions.assertThat;

class CallsInProgressTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final CallsInProgress calls = new CallsInProgress(now::get);

    private void received(String type, String call) {
        calls.eventReceived(event("Microsoft.Communication." + type, call));
    }

    @Test
    void aCallHasItsLastEvent() {
        received("CallConnected", "a");
        received("CallConnected", "b");
        received("MadeUp", "a");
        assertThat(calls.list())
                .extracting(call -> call.callConnectionId() + " " + call.lastEvent())
                .containsExactlyInAnyOrder("a other", "b CallConnected");
    }

    @Test
    void aCallThatHasEndedDoesNotComeBackWithALateEvent() {
        received("CallConnected", "a");
        received("CallDisconnected", "a");
        received("PlayFailed", "a");
        assertThat(calls.list()).isEmpty();
    }

    @Test
    void aCallThatEndsWhileAnotherOfItsEventsIsReceivedDoesNotComeBack() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        CallsInProgress interrupted = new CallsInProgress(() -> {
            meanwhile.getAndSet(() -> {}).run();
            return START;
        });
        interrupted.eventReceived(event("CallConnected", "a"));
        meanwhile.set(() -> interrupted.eventReceived(event("CallDisconnected", "a")));
        interrupted.eventReceived(event("PlayFailed", "a"));
        assertThat(interrupted.list()).isEmpty();
    }

    @Test
    void eventsOfManyThreadsLeaveNoCallBehind() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 2_000; i++) {
                String call = "c" + i;
                CyclicBarrier both = new CyclicBarrier(2);
                List<Future<?>> events = Stream.of("PlayFailed", "CallDisconnected")
                        .<Future<?>>map(type -> threads.submit(() -> {
                            both.await(1, TimeUnit.MINUTES);
                            received(type, call);
                            return null;
                        }))
                        .toList();
                for (Future<?> event : events) {
                    event.get(1, TimeUnit.MINUTES);
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(calls.list()).isEmpty();
    }

    @Test
    void aCallWithoutEventsForHoursIsLeftOut() {
        received("CallConnected", "quiet");
        now.set(START.plus(Duration.ofHours(6)));
        received("CallConnected", "busy");
        assertThat(calls.list()).extracting(CallInProgress::callConnectionId).containsExactly("busy", "quiet");
        now.set(START.plus(Duration.ofHours(6)).plusMillis(1));
        assertThat(calls.list()).extracting(CallInProgress::callConnectionId).containsExactly("busy");
        received("PlayCompleted", "quiet");
        assertThat(calls.list()).hasSize(2).first().satisfies(call -> {
            assertThat(call.callConnectionId()).isEqualTo("quiet");
            assertThat(call.since()).isEqualTo(START);
            assertThat(call.lastEventTime()).isEqualTo(now.get());
        });
    }

    @Test
    void aCallWithEventsRemainsHoweverManyOthersBegin() {
        for (int i = 0; i < 5_000; i++) {
            received("CallConnected", "c" + i);
            if (i % 500 == 0) {
                now.set(START.plusSeconds(i));
                received("PlayCompleted", "long");
            }
        }
        assertThat(calls.list())
                .filteredOn(call -> call.callConnectionId().equals("long"))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.since()).isEqualTo(START);
                    assertThat(call.lastEventTime()).isEqualTo(now.get());
                });
    }

    @Test
    void theirNumberIsBounded() {
        for (int i = 0; i < 5_000; i++) {
            received("CallConnected", "c" + i);
        }
        assertThat(calls.list())
                .hasSizeLessThanOrEqualTo(1_000)
                .extracting(CallInProgress::callConnectionId)
                .contains("c4999");
        received("CallConnected", "x".repeat(100_000));
        received("IncomingCall", null);
        assertThat(calls.list()).noneMatch(call -> call.callConnectionId().length() > 10);
    }
}
