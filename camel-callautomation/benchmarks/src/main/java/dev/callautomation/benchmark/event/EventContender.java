package dev.callautomation.benchmark.event;

import java.util.Map;

import dev.callautomation.benchmark.load.LoadResult;
import dev.callautomation.benchmark.process.ChildProcess;
import dev.callautomation.benchmark.process.ProcessFigures;
import dev.callautomation.benchmark.run.Contender;
import dev.callautomation.benchmark.run.Metric;
import dev.callautomation.benchmark.run.Options;

/** A process that receives events. */
final class EventContender implements Contender {

    /** Slices of tokens for the warm-up, before those of the rounds. */
    static final int WARM_UP_SLICES = 3;

    private final String name;
    private final ChildProcess server;
    private final ChildProcess load;
    private final int port;
    private final TokenUse tokens;
    private final Options options;

    /** Which tokens go with the deliveries. */
    enum TokenUse {
        NONE,
        SAME,
        NEW
    }

    EventContender(String name, ChildProcess server, ChildProcess load, int port, TokenUse tokens, Options options) {
        this.name = name;
        this.server = server;
        this.load = load;
        this.port = port;
        this.tokens = tokens;
        this.options = options;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void warmUp() {
        // there are not as many tokens as a warm-up takes: the rest of the road first, by repeating one of them
        load(WARM_UP_SECONDS, 0, options.warmUp(), tokens == TokenUse.NEW ? TokenUse.SAME : tokens);
        if (tokens == TokenUse.NEW) {
            load(WARM_UP_SECONDS, 0, WARM_UP_SLICES * options.tokens(), tokens);
        }
    }

    @Override
    public Map<Metric, Double> round(int number) {
        ProcessFigures before = server.figures();
        LoadResult result = load(
                options.seconds(),
                number + WARM_UP_SLICES,
                tokens == TokenUse.NEW ? options.tokens() : options.requests(),
                tokens);
        if (result.failures() > 0) {
            throw new IllegalStateException(name + " refused " + result.failures() + " requests");
        }
        long done = server.ask(Long.class, 90, "await", before.units() + result.events());
        ProcessFigures after = server.figures();
        double units = done - before.units();
        return Map.of(
                Metric.CPU, (after.cpuNanos() - before.cpuNanos()) / 1e3 / units,
                Metric.ALLOCATED, (after.allocatedBytes() - before.allocatedBytes()) / 1024.0 / units,
                Metric.RATE, units / result.seconds(),
                Metric.LOST, (double) (before.units() + result.events() - done));
    }

    /** Each round has tokens of its own, the same ones for all contenders. */
    private LoadResult load(int seconds, int slice, int requests, TokenUse use) {
        int first = use == TokenUse.NONE ? -1 : use == TokenUse.SAME ? 0 : slice * options.tokens();
        return load.ask(
                LoadResult.class,
                seconds + 60L,
                "load",
                port,
                CamelMain.PATH,
                seconds,
                requests,
                first,
                use == TokenUse.NEW ? 1 : 0);
    }
}
