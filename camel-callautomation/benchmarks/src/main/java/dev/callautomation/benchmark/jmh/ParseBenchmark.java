package dev.callautomation.benchmark.jmh;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import dev.callautomation.benchmark.load.EventSamples;
import dev.callautomation.benchmark.peer.HandEvents;
import dev.callautomation.camel.internal.ingress.EventParser;

/** The bytes of a delivery to its events, with and without their typed records; beside it Jackson by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ParseBenchmark {

    private byte[][] bodies;
    private int next;

    @Setup
    public void create() {
        bodies = EventSamples.callbacks(64).stream()
                .map(body -> body.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    private byte[] body() {
        next = (next + 1) % bodies.length;
        return bodies[next];
    }

    @Benchmark
    public Object envelope() throws Exception {
        return EventParser.parse(body(), true);
    }

    @Benchmark
    public Object typed() throws Exception {
        return EventParser.parse(body(), true).get(0).typed();
    }

    @Benchmark
    public List<HandEvents.Event> byHand() throws Exception {
        return HandEvents.parse(body());
    }
}
