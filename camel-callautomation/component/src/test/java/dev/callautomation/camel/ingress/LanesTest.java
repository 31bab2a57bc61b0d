package dev.callautomation.camel.ingress;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LanesTest {

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<String> events = new ArrayList<>();
    private final Map<String, Runnable> running = new HashMap<>();
    private boolean threadsAreGone;
    private final Lanes<String> lanes = new Lanes<>(task -> {
        if (threadsAreGone) {
            throw new RejectedExecutionException("the threads are gone");
        }
        threads.add(task);
    });

    private void enter(String key, String name) {
        lanes.enter(key, new Lanes.Task() {
            @Override
            public void run(Runnable done) {
                events.add(name);
                running.put(name, done);
            }

            @Override
            public void refused() {
                events.add("not " + name);
            }
        });
    }

    private void runAll() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    @Test
    void tasksOfOneKeyRunOneAfterAnotherInTheirOrder() {
        enter("call", "1");
        enter("call", "2");
        enter("call", "3");
        runAll();
        assertThat(events).containsExactly("1");
        running.get("1").run();
        runAll();
        assertThat(events).containsExactly("1", "2");
        running.get("2").run();
        runAll();
        assertThat(events).containsExactly("1", "2", "3");
    }

    @Test
    void aTaskThatWaitsHoldsUpNoOtherKey() {
        enter("call", "1");
        enter("other", "2");
        runAll();
        assertThat(events).containsExactly("1", "2");
    }

    @Test
    void aKeyWhoseTasksAreDoneIsForgottenAndCanBeUsedAgain() {
        enter("call", "1");
        runAll();
        running.get("1").run();
        enter("call", "2");
        runAll();
        assertThat(events).containsExactly("1", "2");
    }

    @Test
    void whatFindsNoThreadIsSaidAndDoesNotBlockItsKey() {
        enter("call", "1");
        enter("call", "2");
        runAll();
        threadsAreGone = true;
        running.get("1").run();
        assertThat(events).containsExactly("1", "not 2");
        assertThatThrownBy(() -> enter("call", "3")).isInstanceOf(RejectedExecutionException.class);
        threadsAreGone = false;
        enter("call", "4");
        runAll();
        assertThat(events).containsExactly("1", "not 2", "4");
    }
}
