package dev.callautomation.camel.internal.ingress;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The share of one receiver in the thread pool. A task of the pool stands for a thread. */
class BoundedExecutorTest {

    private static final int LIMIT = 2;

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final BoundedExecutor executor = new BoundedExecutor(threads::add, LIMIT);

    private void execute(String name) {
        executor.execute(() -> done.add(name), () -> done.add("no " + name));
    }

    @Test
    void noMoreThreadsThanTheLimitRunTasksInTheirOrder() {
        for (String name : List.of("1", "2", "3", "4")) {
            execute(name);
        }
        assertThat(threads).hasSize(LIMIT);
        threads.remove().run();
        assertThat(done).containsExactly("1", "3", "4");
        execute("5");
        assertThat(threads).as("the first thread has ended").hasSize(LIMIT);
        threads.remove().run();
        threads.remove().run();
        assertThat(done).containsExactly("1", "3", "4", "2", "5");
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
        threads.forEach(Runnable::run);
        threads.clear();
        assertThat(done).containsExactlyInAnyOrder("2", "3");
        execute("4");
        execute("5");
        assertThat(threads).hasSize(LIMIT);
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
                1);
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
                1);
        assertThatThrownBy(() -> busy.execute(() -> done.add("1"), () -> done.add("no 1")))
                .isInstanceOf(RejectedExecutionException.class);
        busy.execute(() -> done.add("2"), () -> done.add("no 2"));
        threads.remove().run();
        assertThat(done).containsExactly("2");
    }
}
