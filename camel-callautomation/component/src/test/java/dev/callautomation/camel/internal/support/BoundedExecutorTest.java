package dev.callautomation.camel.internal.support;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The share of one user in the thread pool. A task of the pool stands for a thread. */
class BoundedExecutorTest {

    private static final int LIMIT = 2;

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final Queue<Runnable> delayed = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final BoundedExecutor executor = new BoundedExecutor(threads::add, LIMIT, delayed::add);

    private void execute(String name) {
        executor.execute(() -> done.add(name), () -> done.add("no " + name));
    }

    @Test
    void tasksRunInTheirOrderOnOneThreadAsLongAsItKeepsUp() {
        for (String name : List.of("1", "2", "3", "4")) {
            execute(name);
        }
        assertThat(threads).as("one is woken at a time").hasSize(1);
        threads.remove().run();
        assertThat(done).containsExactly("1", "2", "3", "4");
        assertThat(threads).as("the first thread has woken another").hasSize(1);
        threads.remove().run();
        execute("5");
        assertThat(threads).as("both have ended").hasSize(1);
        threads.remove().run();
        assertThat(done).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void whileTasksHangOthersGetThreadsUpToTheLimit() {
        List<Integer> woken = new ArrayList<>();
        for (String name : List.of("1", "2")) {
            executor.execute(
                    () -> {
                        woken.add(threads.size());
                        done.add(name + " begins");
                        // the thread that was woken runs while this task hangs
                        if (!threads.isEmpty()) {
                            threads.remove().run();
                        }
                        done.add(name + " ends");
                    },
                    () -> done.add("no " + name));
        }
        execute("3");
        execute("4");
        threads.remove().run();
        assertThat(woken)
                .as("threads that wait for the first and the second task")
                .containsExactly(1, 0);
        assertThat(done).containsExactly("1 begins", "2 begins", "2 ends", "3", "4", "1 ends");
    }

    @Test
    void aTaskThatArrivesWhileAllThreadsHangGetsAFurtherOne() {
        executor.execute(
                () -> {
                    execute("2");
                    assertThat(threads).hasSize(1);
                    threads.remove().run();
                    done.add("1");
                },
                () -> done.add("no 1"));
        threads.remove().run();
        assertThat(done).containsExactly("2", "1");
    }

    @Test
    void tasksGoOnWithoutAFurtherThreadIfThereIsNone() {
        AtomicBoolean gone = new AtomicBoolean();
        BoundedExecutor starved = starved(gone);
        for (String name : List.of("1", "2", "3")) {
            starved.execute(() -> done.add(name), () -> done.add("no " + name));
        }
        gone.set(true);
        threads.remove().run();
        assertThat(done).containsExactly("1", "2", "3");
        gone.set(false);
        starved.execute(() -> done.add("4"), () -> done.add("no 4"));
        threads.remove().run();
        assertThat(done).containsExactly("1", "2", "3", "4");
    }

    @Test
    void aTaskThatThrowsDoesNotKeepItsThread() {
        executor.execute(
                () -> {
                    throw new AssertionError("thrown by a task");
                },
                () -> done.add("rejected"));
        execute("2");
        execute("3");
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
        assertThat(done).containsExactly("2", "3");
        execute("4");
        assertThat(threads).hasSize(1);
    }

    @Test
    void tasksThatWaitForAThreadThatCannotBeCreatedAreRejected() {
        List<BoundedExecutor> made = new ArrayList<>();
        BoundedExecutor starved = new BoundedExecutor(
                thread -> {
                    // meanwhile another one arrives, which waits for this thread
                    made.get(0).execute(() -> done.add("2"), () -> done.add("no 2"));
                    throw new OutOfMemoryError("unable to create native thread");
                },
                1,
                delayed::add);
        made.add(starved);
        assertThatThrownBy(() -> starved.execute(() -> done.add("1"), () -> done.add("no 1")))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(done).containsExactly("no 2");
    }

    @Test
    void aRejectedTaskKeepsNoPlace() {
        List<RuntimeException> failures = new ArrayList<>(List.of(new RejectedExecutionException("not now")));
        BoundedExecutor busy = new BoundedExecutor(
                thread -> {
                    if (!failures.isEmpty()) {
                        throw failures.remove(0);
                    }
                    threads.add(thread);
                },
                1,
                delayed::add);
        assertThatThrownBy(() -> busy.execute(() -> done.add("1"), () -> done.add("no 1")))
                .isInstanceOf(RejectedExecutionException.class);
        busy.execute(() -> done.add("2"), () -> done.add("no 2"));
        threads.remove().run();
        assertThat(done).containsExactly("2");
    }

    @Test
    void anEventLoopAsksForOneThreadWhenItHasReadAllRequests() {
        Queue<Runnable> loop = new ArrayDeque<>();
        List.of("1", "2", "3").forEach(name -> executeSoon(name, loop));
        assertThat(loop).hasSize(1);
        loop.remove().run();
        assertThat(threads).as("more has been read").isEmpty();
        executeSoon("4", loop);
        loop.remove().run();
        assertThat(threads).as("and more again").isEmpty();
        loop.remove().run();
        assertThat(loop).isEmpty();
        assertThat(threads).hasSize(1);
        threads.remove().run();
        assertThat(done).containsExactly("1", "2", "3", "4");
    }

    @Test
    void anEventLoopAsksForAThreadAtOnceIfItHasReadNoMore() {
        Queue<Runnable> loop = new ArrayDeque<>();
        executeSoon("1", loop);
        loop.remove().run();
        assertThat(loop).isEmpty();
        assertThat(threads).hasSize(1);
    }

    @Test
    void anEventLoopThatReadsOnAndOnAsksForAThreadAfterSomeTasks() {
        Queue<Runnable> loop = new ArrayDeque<>();
        executeSoon("1", loop);
        for (int task = 2; task <= 15; task++) {
            executeSoon(String.valueOf(task), loop);
            loop.remove().run();
            assertThat(threads).as("after %d tasks", task).isEmpty();
        }
        executeSoon("16", loop);
        loop.remove().run();
        assertThat(threads).hasSize(1);
    }

    private void executeSoon(String name, Queue<Runnable> loop) {
        executor.execute(() -> done.add(name), () -> done.add("no " + name), loop::add);
    }

    @Test
    void anEventLoopAsksForNoThreadIfARunningOneHasTakenItsTask() {
        Queue<Runnable> loop = new ArrayDeque<>();
        executor.execute(
                () -> {
                    executor.execute(() -> done.add("2"), () -> done.add("no 2"), loop::add);
                    done.add("1");
                },
                () -> done.add("no 1"));
        threads.remove().run();
        assertThat(done).containsExactly("1", "2");
        loop.remove().run();
        assertThat(threads).isEmpty();
        execute("3");
        execute("4");
        threads.remove().run();
        assertThat(threads).as("threads up to the limit are available again").hasSize(1);
        assertThat(done).containsExactly("1", "2", "3", "4");
    }

    @Test
    void acknowledgedTasksAreRejectedAtOnceIfThePoolHasStopped() {
        BoundedExecutor stopped = new BoundedExecutor(
                thread -> {
                    throw new RejectedExecutionException("stopped");
                },
                LIMIT,
                delayed::add);
        stopped.execute(() -> done.add("1"), () -> done.add("no 1"), Runnable::run);
        assertThat(done).containsExactly("no 1");
        assertThat(delayed).isEmpty();
    }

    @Test
    void anEventLoopThatTakesNoMoreTasksLosesNone() {
        executor.execute(() -> done.add("1"), () -> done.add("no 1"), task -> {
            throw new RejectedExecutionException("event executor terminated");
        });
        threads.remove().run();
        assertThat(done).containsExactly("1");
    }

    @Test
    void acknowledgedTasksGetAThreadAsSoonAsThereIsOne() {
        AtomicBoolean gone = new AtomicBoolean(true);
        BoundedExecutor starved = starved(gone);
        starved.execute(() -> done.add("1"), () -> done.add("no 1"), Runnable::run);
        starved.execute(() -> done.add("2"), () -> done.add("no 2"));
        assertThat(threads).isEmpty();
        gone.set(false);
        delayed.remove().run();
        threads.remove().run();
        assertThat(done).containsExactly("1", "2");
    }

    @Test
    void acknowledgedTasksAreRejectedIfThereIsNoThreadForAWhile() {
        BoundedExecutor starved = starved(new AtomicBoolean(true));
        starved.execute(() -> done.add("1"), () -> done.add("no 1"), Runnable::run);
        int attempts = 1;
        while (!delayed.isEmpty()) {
            assertThat(done).isEmpty();
            delayed.remove().run();
            attempts++;
        }
        assertThat(attempts).isEqualTo(10);
        assertThat(done).containsExactly("no 1");
    }

    private BoundedExecutor starved(AtomicBoolean gone) {
        return new BoundedExecutor(
                thread -> {
                    if (gone.get()) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    threads.add(thread);
                },
                LIMIT,
                delayed::add);
    }
}
