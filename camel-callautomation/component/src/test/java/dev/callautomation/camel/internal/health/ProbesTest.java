package dev.callautomation.camel.internal.health;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** When probes run, on a timer whose time the test moves. */
class ProbesTest {

    private final Timer timer = new Timer();
    private final List<Runnable> threads = new ArrayList<>();
    private final List<String> attempts = new ArrayList<>();
    private boolean enabled = true;
    private final Probes probes = new Probes(timer, threads::add, () -> enabled, () -> timer.now);

    /** Has one task at most, as the probes need no more. */
    private static final class Timer extends ScheduledThreadPoolExecutor {

        private long now = -5;
        private Runnable task;

        Timer() {
            super(0);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable action, long delay, TimeUnit unit) {
            if (isShutdown()) {
                throw new RejectedExecutionException();
            }
            assertThat(task).as("the task that is scheduled already").isNull();
            assertThat(delay).isEqualTo(Probes.TICK.toMillis());
            task = action;
            return null;
        }

        void tick() {
            now += Probes.TICK.toNanos();
            Runnable due = task;
            task = null;
            if (due != null) {
                due.run();
            }
        }
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    private Probes.Probe probe(String name) {
        return probes.add(() -> attempts.add(name));
    }

    private void run() {
        List<Runnable> started = List.copyOf(threads);
        threads.clear();
        started.forEach(Runnable::run);
    }

    @Test
    void nothingIsScheduledBeforeACheckIsInvoked() {
        probe("a");
        assertThat(timer.task).isNull();
        assertThat(threads).isEmpty();
    }

    @Test
    void aProbeIsRepeatedUntilItsCheckIsNotInvokedAnyMore() {
        Probes.Probe probe = probe("a");
        probe("unused");
        probe.use();
        probe.use();
        run();
        assertThat(attempts).containsExactly("a");
        timer.tick();
        run();
        assertThat(attempts).containsExactly("a", "a");

        timer.now += Probes.USED.toNanos();
        timer.tick();
        run();
        assertThat(attempts).hasSize(2);
        assertThat(timer.task).as("the timer has ended").isNull();

        probe.use();
        run();
        timer.tick();
        run();
        assertThat(attempts).hasSize(4);
    }

    @Test
    void aProbeThatBlocksDoesNotDelayOthersAndIsNotStartedAgain() {
        probe("blocked").use();
        threads.clear();
        probe("other").use();
        for (int i = 0; i < 10; i++) {
            timer.tick();
            assertThat(threads.size()).isLessThanOrEqualTo(1);
            run();
        }
        assertThat(attempts).hasSize(10).containsOnly("other");
    }

    @Test
    void aProbeThatFailsIsRepeated() {
        Probes.Probe failing = probes.add(() -> {
            attempts.add("failing");
            throw new IllegalStateException("no connection");
        });
        failing.use();
        run();
        timer.tick();
        run();
        assertThat(attempts).hasSize(2);
    }

    @Test
    void withoutHealthChecksNothingRuns() {
        enabled = false;
        Probes.Probe probe = probe("a");
        probe.use();
        assertThat(timer.task).isNull();
        assertThat(threads).isEmpty();

        enabled = true;
        probe.use();
        run();
        enabled = false;
        timer.tick();
        run();
        assertThat(attempts).hasSize(1);
        assertThat(timer.task).isNull();
    }

    @Test
    void aProbeThatIsClosedEnds() {
        Probes.Probe probe = probe("a");
        probe.use();
        run();
        probe.close();
        timer.tick();
        assertThat(threads).isEmpty();
        assertThat(timer.task).isNull();
    }

    @Test
    void aCheckMayBeInvokedAfterTheComponentHasStopped() {
        timer.shutdownNow();
        assertThatCode(probe("a")::use).doesNotThrowAnyException();
        assertThat(threads).isEmpty();
    }
}
