package dev.callautomation.examples.scaleout.simulation;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;

/**
 * The same calls, all of them at once, on 1, 2 and 4 workers: what a call costs, and what the relay adds. Calls start at a fixed
 * rate, and agents let their phones ring until all calls have started.
 */
public final class CapacityRun {

    private static final List<Integer> WORKERS = List.of(1, 2, 4);

    private static final int MOST_CALLS = 10_000;
    private static final int MOST_PER_SECOND = 1_000;
    /** Agents have to answer before the service ends the invitation. */
    private static final Duration LONGEST_RING = Duration.ofSeconds(170);
    /** Time for the last calls to reach their agents. */
    private static final Duration SPARE = Duration.ofSeconds(5);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
    /** Answered, joined and ended. */
    private static final int STEPS = 3;

    private final int count;
    private final int perSecond;
    private final Duration ring;
    private final Path folder;
    private final PrintStream out;

    /** Sums over all workers; memory is that of the largest one. */
    private record Row(int workers, int calls, int atOnce, long lost, double cpuMillis, double relayed, long memory) {}

    /** @throws IllegalArgumentException if the calls cannot all be up at once at this rate */
    public CapacityRun(int count, int perSecond, Path folder, PrintStream out) {
        if (count < 1 || count > MOST_CALLS || perSecond < 1 || perSecond > MOST_PER_SECOND) {
            throw new IllegalArgumentException("Between 1 and " + MOST_CALLS + " calls can be run, between 1 and "
                    + MOST_PER_SECOND + " a second, not " + count + " and " + perSecond);
        }
        this.ring = SPARE.plusSeconds(count / perSecond);
        if (ring.compareTo(LONGEST_RING) > 0) {
            throw new IllegalArgumentException(count + " calls cannot be up at once with " + perSecond
                    + " starts a second: an invitation ends before the last call has started");
        }
        this.count = count;
        this.perSecond = perSecond;
        this.folder = folder;
        this.out = out;
    }

    /** Whether no event was lost. */
    public boolean run() throws Exception {
        out.println("workers  calls  at once  lost events  CPU ms per call  ratio  relay messages per call and node"
                + "  memory of a worker");
        List<Row> rows = new ArrayList<>();
        for (int workers : WORKERS) {
            Row row = measure(workers);
            rows.add(row);
            out.printf(
                    Locale.ROOT,
                    "%7d %6d %8d %12d %16.2f %6.2f %33.2f %16d MB%n",
                    row.workers(),
                    row.calls(),
                    row.atOnce(),
                    row.lost(),
                    row.cpuMillis(),
                    row.cpuMillis() / rows.get(0).cpuMillis(),
                    row.relayed(),
                    row.memory());
        }
        return rows.stream().allMatch(row -> row.lost() == 0);
    }

    private Row measure(int workers) throws Exception {
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start(
                        SimulatorOptions.defaults().withRing(ring));
                CallLog log = CallLog.start();
                Cluster cluster = new Cluster(simulator, log, folder.resolve("workers-" + workers))) {
            cluster.setAgentRingTimeout(LONGEST_RING.plus(SPARE));
            cluster.start(workers);
            Duration before = cpu(cluster);
            int atOnce = call(simulator, log);
            Duration spent = cpu(cluster).minus(before);
            return new Row(
                    workers,
                    count,
                    atOnce,
                    (long) STEPS * count - log.count("answered") - log.count("joined") - log.count("ended"),
                    spent.toNanos() / 1e6 / count,
                    (double) cluster.relayed() / count,
                    cluster.workers().stream()
                            .mapToLong(ChildProcess::residentMegabytes)
                            .max()
                            .orElse(0));
        }
    }

    private static Duration cpu(Cluster cluster) {
        return cluster.workers().stream().map(ChildProcess::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns the largest number of calls at once. */
    private int call(CallAutomationSimulator simulator, CallLog log) throws Exception {
        long begin = System.nanoTime();
        long lastEnd = begin;
        int started = 0;
        int ended = 0;
        int atOnce = 0;
        while (ended < count
                && System.nanoTime() - lastEnd < ring.plus(IDLE_TIMEOUT).toNanos()) {
            long due = (System.nanoTime() - begin) * perSecond / TimeUnit.SECONDS.toNanos(1);
            for (; started < Math.min(due, count); started++) {
                simulator
                        .phone(String.format(Locale.ROOT, "+1425555%04d", started))
                        .call(PhoneBook.CONTACT_CENTER);
                lastEnd = System.nanoTime();
            }
            int now = log.count("ended");
            if (now > ended) {
                ended = now;
                lastEnd = System.nanoTime();
            }
            // calls that have been answered: those only announced cost a worker nothing
            atOnce = Math.max(atOnce, log.count("answered") - log.count("ended"));
            TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL.toMillis());
        }
        return atOnce;
    }
}
