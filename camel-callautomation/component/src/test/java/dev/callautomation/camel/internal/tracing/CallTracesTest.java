package dev.callautomation.camel.internal.tracing;

import java.time.Duration;
import java.util.Map;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.internal.support.CallIds;

import static org.assertj.core.api.Assertions.assertThat;

/** The traces of calls, by either of their ids. */
class CallTracesTest {

    private static final Map<String, String> FIRST = Map.of("traceparent", "first");
    private static final Map<String, String> LATER = Map.of("traceparent", "later");

    private long now;
    private final CallTraces traces = new CallTraces(4, () -> now);

    @Test
    void theFirstContextOfACallIsKept() {
        traces.add(new CallIds("c1", "k1"), FIRST);
        traces.add(new CallIds("c1", "k1"), LATER);
        assertThat(traces.find(new CallIds("c1", null))).isEqualTo(FIRST);
        assertThat(traces.find(new CallIds(null, "k1"))).isEqualTo(FIRST);
    }

    @Test
    void aCallThatIsAnsweredKeepsItsTrace() {
        traces.add(new CallIds(null, "k1"), FIRST);
        traces.add(new CallIds("c1", "k1"), LATER);
        assertThat(traces.find(new CallIds("c1", "of another leg"))).isEqualTo(FIRST);
    }

    @Test
    void aCallThatIsNotKnownHasNone() {
        assertThat(traces.find(new CallIds("c1", "k1"))).isEmpty();
        assertThat(traces.find(new CallIds("c1", "k1"))).isEmpty();
    }

    @Test
    void theLeastRecentlyUsedAreForgotten() {
        for (int i = 0; i < 5; i++) {
            traces.add(new CallIds("c" + i, null), FIRST);
        }
        assertThat(traces.find(new CallIds("c4", null))).isEqualTo(FIRST);
        assertThat(traces.find(new CallIds("c0", null))).isEmpty();
    }

    @Test
    void aCallThatHasEndedIsForgottenAfterAMinute() {
        traces.add(new CallIds("c1", "k1"), FIRST);
        traces.add(new CallIds("c2", null), LATER);
        traces.end(new CallIds("c1", "k1"));
        now += Duration.ofSeconds(59).toNanos();
        assertThat(traces.find(new CallIds("c1", null))).isEqualTo(FIRST);
        now += Duration.ofSeconds(1).toNanos();
        assertThat(traces.find(new CallIds("c1", "k1"))).isEmpty();
        assertThat(traces.find(new CallIds("c2", null))).isEqualTo(LATER);
        assertThat(traces.size()).isEqualTo(1);
    }

    @Test
    void theyBelongToACamelContextAndEndWithIt() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext();
                DefaultCamelContext other = new DefaultCamelContext()) {
            context.start();
            CallTraces own = CallTraces.of(context);
            own.add(new CallIds("c1", "k1"), FIRST);
            assertThat(CallTraces.of(context)).isSameAs(own);
            assertThat(CallTraces.of(other).size()).isZero();
            context.stop();
            assertThat(own.size()).isZero();
        }
    }

    @Test
    void anEventWithoutIdsHasATraceOfItsOwn() {
        traces.add(new CallIds(null, null), FIRST);
        assertThat(traces.find(new CallIds(null, null))).isEmpty();
    }
}
