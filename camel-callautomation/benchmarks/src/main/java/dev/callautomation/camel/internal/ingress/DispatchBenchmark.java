package dev.callautomation.camel.internal.ingress;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import dev.callautomation.benchmark.load.EventSamples;
import dev.callautomation.camel.AcknowledgeMode;
import dev.callautomation.camel.internal.observation.Counters;

/**
 * An event from the parser to a consumer that processes it at once, with and without deduplication; parsing included, as an
 * event is unique once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DispatchBenchmark {

    /** More than the repository remembers, so that no event is a duplicate when it comes again. */
    private static final int EVENTS = 8_192;

    private static final int REMEMBERED = 1_000;

    @Param({"true", "false"})
    public boolean deduplication;

    private final byte[][] bodies = new byte[EVENTS][];
    private EventDispatcher dispatcher;
    private int next;

    @Setup
    public void create() throws Exception {
        List<String> samples = EventSamples.callbacks(EVENTS);
        for (int i = 0; i < EVENTS; i++) {
            bodies[i] = samples.get(i).getBytes(StandardCharsets.UTF_8);
        }
        MemoryIdempotentRepository repository = new MemoryIdempotentRepository();
        repository.setCacheSize(REMEMBERED);
        repository.start();
        dispatcher = new EventDispatcher(
                Runnable::run,
                EventCorrelator.NONE,
                new DuplicateFilter(deduplication ? repository : null, false),
                ConfiguredReceivers.NONE,
                AcknowledgeMode.RECEIVED,
                new EventRunner.Limits(1, EVENTS, Duration.ofMillis(1)),
                new Counters());
        dispatcher.add(new Receiver());
    }

    @Benchmark
    public Object dispatch() throws Exception {
        next = (next + 1) % EVENTS;
        return dispatcher.dispatch(EventParser.parse(bodies[next], true));
    }

    private static final class Receiver implements EventReceiver {

        private final EventFilter filter = new EventFilter(null, null, null, null, null);

        @Override
        public String name() {
            return "benchmark";
        }

        @Override
        public EventFilter filter() {
            return filter;
        }

        @Override
        public boolean accepting() {
            return true;
        }

        @Override
        public void receive(InFlightEvent event) {
            event.processed();
        }
    }
}
