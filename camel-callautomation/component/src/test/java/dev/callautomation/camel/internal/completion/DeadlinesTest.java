package dev.callautomation.camel.internal.completion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.completion.Outcome.Status;
import dev.callautomation.camel.internal.support.OperationContextPrefix;

import static org.assertj.core.api.Assertions.assertThat;

/** Deadlines that share tasks of the timer. */
class DeadlinesTest {

    private static final int MANY = 100_000;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final CompletionExpectation PLAY =
            CompletionExpectation.of(CompletionRules.byOperationContext("PlayCompleted"));

    private final ManualTimer timer = new ManualTimer();
    private final PendingOperations operations =
            new PendingOperations(new Deadlines(timer, timer::nanoTime), MANY, type -> false);
    private final List<Status> outcomes = new ArrayList<>();

    @AfterEach
    void stopTimer() {
        timer.shutdownNow();
    }

    private PendingOperation play(PendingOperations registry, int number, Duration timeout) {
        return play(registry, number, timeout, (completed, outcome) -> outcomes.add(outcome.status()));
    }

    private static PendingOperation play(
            PendingOperations registry, int number, Duration timeout, CompletionListener listener) {
        PendingOperation pending = registry.register(
                CallAutomationOperation.play,
                PLAY,
                new OperationContextPrefix("here", "o" + number, Map.of()),
                listener);
        pending.setDeadline(timeout);
        return pending;
    }

    @Test
    void deadlinesOfTheSameTimeShareATaskThatIsCanceledWithTheLastOfThem() {
        PendingOperation first = play(operations, 1, TIMEOUT);
        PendingOperation second = play(operations, 2, TIMEOUT);
        PendingOperation third = play(operations, 3, TIMEOUT);
        assertThat(timer.scheduled()).isOne();
        first.abandon();
        third.abandon();
        assertThat(timer.scheduled()).isOne();
        second.abandon();
        assertThat(timer.scheduled()).isZero();
    }

    @Test
    void onlyThoseThatAreStillPendingAreDue() {
        play(operations, 1, TIMEOUT).abandon();
        play(operations, 2, TIMEOUT);
        play(operations, 3, TIMEOUT.plusSeconds(1));
        timer.advance(TIMEOUT);
        assertThat(outcomes).containsExactly(Status.TIMED_OUT);
        timer.advance(Duration.ofSeconds(1));
        assertThat(outcomes).containsExactly(Status.TIMED_OUT, Status.TIMED_OUT);
        assertThat(timer.scheduled()).isZero();
    }

    @Test
    void aDeadlineIsNeverEarlyAndLateByOneHundredthAtMost() {
        timer.advance(Duration.ofMillis(37));
        play(operations, 1, Duration.ofSeconds(1));
        timer.advance(Duration.ofMillis(999));
        assertThat(outcomes).isEmpty();
        timer.advance(Duration.ofMillis(11));
        assertThat(outcomes).containsExactly(Status.TIMED_OUT);
    }

    @Test
    void theFailureOfADeadlineDoesNotAffectOthers() {
        play(operations, 1, TIMEOUT, (completed, outcome) -> {
            throw new IllegalStateException("a deadline of the test fails");
        });
        play(operations, 2, TIMEOUT);
        timer.advance(TIMEOUT);
        assertThat(outcomes).containsExactly(Status.TIMED_OUT);
    }

    @Test
    void nothingOfManyDeadlinesStaysInTheTimer() {
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
        pool.setRemoveOnCancelPolicy(true);
        try {
            PendingOperations many = new PendingOperations(new Deadlines(pool, System::nanoTime), MANY, type -> false);
            List<PendingOperation> pending = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                pending.add(play(many, i, Duration.ofHours(1)));
            }
            assertThat(pool.getQueue()).hasSizeBetween(1, MANY / 10);
            pending.forEach(PendingOperation::abandon);
            assertThat(pool.getQueue()).isEmpty();
            assertThat(many.size()).isZero();
            assertThat(many.indexSize()).isZero();
        } finally {
            pool.shutdownNow();
        }
    }
}
