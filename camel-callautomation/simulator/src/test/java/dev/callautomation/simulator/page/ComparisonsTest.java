package dev.callautomation.simulator.page;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When the next comparison is scheduled. */
class ComparisonsTest {

    private final Map<Long, Handler<Long>> timers = new LinkedHashMap<>();
    private final List<Long> delays = new ArrayList<>();
    private final List<Promise<Long>> executing = new ArrayList<>();
    private final Comparisons comparisons = new Comparisons(vertx(), 100, () -> {});

    @Test
    void oneFollowsTheOtherWithAPauseInProportion() {
        comparisons.start();
        comparisons.start();
        fire();
        assertThat(timers).isEmpty();

        executing.get(0).complete(30L);

        assertThat(timers).hasSize(1);
        assertThat(delays).containsExactly(100L, 300L);
    }

    @Test
    void aRunThatWasStoppedDoesNotContinueBesideTheNext() {
        comparisons.start();
        fire();
        comparisons.stop();
        comparisons.start();
        assertThat(timers).hasSize(1);

        executing.get(0).complete(0L);
        assertThat(timers).hasSize(1);
        fire();
        executing.get(1).complete(0L);
        assertThat(timers).hasSize(1);
        comparisons.stop();
        assertThat(timers).isEmpty();
    }

    private void fire() {
        Long timer = timers.keySet().iterator().next();
        timers.remove(timer).handle(timer);
    }

    @SuppressWarnings("unchecked")
    private Vertx vertx() {
        return (Vertx) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Vertx.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "setTimer":
                            delays.add((Long) arguments[0]);
                            timers.put((long) delays.size(), (Handler<Long>) arguments[1]);
                            return (long) delays.size();
                        case "cancelTimer":
                            return timers.remove(arguments[0]) != null;
                        case "executeBlocking":
                            Promise<Long> result = Promise.promise();
                            executing.add(result);
                            return result.future();
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
    }
}
