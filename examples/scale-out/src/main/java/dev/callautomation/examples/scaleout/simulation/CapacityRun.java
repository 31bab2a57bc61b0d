package dev.callautomation.examples.scaleout.simulation;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.PhoneBehaviour;

/**
 * The same calls, all of them at once, on several numbers of workers: what a call costs, and what the relay adds. Calls start at a
 * fixed rate, and agents let their phones ring until all calls have started. Short calls before them warm up the JVMs.
 */
public final class CapacityRun {

    /** For each worker: afterwards its compiler has little left to do. */
    private static final int WARM_UP_CALLS = 200;

    private static final Duration WARM_UP_RING = Duration.ofMillis(200);
    private static final String AGENT = "8:acs:3afbe310-c6d9-4b6f-a11e-c2aeb352f207_agent-";

    private static final int MOST_CALLS = 10_000;
    private static final int MOST_PER_SECOND = 1_000;
    /** Agents have to answer before the service ends the invitation. */
    private static final Duration LONGEST_RING = Duration.ofSeconds(170);
    /** Time for the last calls to reach their agents. */
    private static final Duration SPARE = Duration.ofSeconds(5);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
    private static final String ENDED = "ended";
    /** Answered, joined and ended. */
    private static final int STEPS = 3;

    private static final int MOST_WORKERS = 8;

    private final int count;
    private final int perSecond;
    private final List<Integer> workers;
    private final Duration ring;
    private final Path folder;
    private final PrintStream out;

    /** Sums over all workers; memory is that of the largest one. */
    private record Row(
            int workers,
            int calls,
            int atOnce,
            long lost,
            int repeated,
            double cpuMillis,
            double relayed,
            long memory) {}

    /**
     * @param  workers                  a run for each of these numbers of workers, from 1 to 8
     * @throws IllegalArgumentException if a number is out of range, or the calls cannot all be up at once at this rate
     */
    public CapacityRun(int count, int perSecond, List<Integer> workers, Path folder, PrintStream out) {
        if (count < 1 || count > MOST_CALLS || perSecond < 1 || perSecond > MOST_PER_SECOND) {
            throw new IllegalArgumentException("Between 1 and " + MOST_CALLS + " calls can be run, between 1 and "
                    + MOST_PER_SECOND + " a second, not " + count + " and " + perSecond);
        }
        if (!workers.stream().allMatch(number -> number >= 1 && number <= MOST_WORKERS)) {
            throw new IllegalArgumentException("Between 1 and " + MOST_WORKERS + " workers can be run, not "
                    + workers.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        this.ring = SPARE.plusSeconds(count / perSecond);
        if (ring.compareTo(LONGEST_RING) > 0) {
            throw new IllegalArgumentException(count + " calls cannot be up at once with " + perSecond
                    + " starts a second: an invitation ends before the last call has started");
        }
        this.count = count;
        this.perSecond = perSecond;
        this.workers = workers;
        this.folder = folder;
        this.out = out;
    }

    /** Whether no event was lost. */
    public boolean run() throws Exception {
        out.println(
                "workers  calls  at once  lost events  repeated steps  CPU ms per call  ratio  relay messages per call and node"
                        + "  memory of a worker");
        List<Row> rows = new ArrayList<>();
        for (int number : workers) {
            Row row = measure(number);
            rows.add(row);
            out.printf(
                    Locale.ROOT,
                    "%7d %6d %8d %12d %15d %16.2f %6.2f %33.2f %16d MB%n",
                    row.workers(),
                    row.calls(),
                    row.atOnce(),
                    row.lost(),
                    row.repeated(),
                    row.cpuMillis(),
                    row.cpuMillis() / rows.get(0).cpuMillis(),
                    row.relayed(),
                    row.memory());
        }
        return rows.stream().allMatch(row -> row.lost() == 0);
    }

    private Row measure(int number) throws Exception {
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start(
                        SimulatorOptions.defaults().withRing(ring));
                CallLog log = CallLog.start();
                Cluster cluster = new Cluster(simulator, log, folder.resolve("workers-" + number))) {
            cluster.setAgentRingTimeout(LONGEST_RING.plus(SPARE));
            cluster.start(number);
            int warmUp = WARM_UP_CALLS * number;
            for (int i = 0; i < warmUp; i++) {
                simulator.phone(AGENT + warmUpCaller(i).substring(1)).behaviour(PhoneBehaviour.ANSWER, WARM_UP_RING);
            }
            call(simulator, log, warmUp, CapacityRun::warmUpCaller);
            Duration before = cpu(cluster);
            double relayed = cluster.relayed();
            int atOnce = call(simulator, log, count, i -> caller("5", i));
            Duration spent = cpu(cluster).minus(before);
            return new Row(
                    number,
                    count,
                    atOnce,
                    (long) STEPS * (warmUp + count) - log.count("answered") - log.count("joined") - log.count(ENDED),
                    log.refused().size(),
                    spent.toNanos() / 1e6 / count,
                    (cluster.relayed() - relayed) / count,
                    cluster.workers().stream()
                            .mapToLong(ChildProcess::residentMegabytes)
                            .max()
                            .orElse(0));
        }
    }

    private static Duration cpu(Cluster cluster) {
        return cluster.workers().stream().map(ChildProcess::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    private static String warmUpCaller(int number) {
        return caller("6", number);
    }

    private static String caller(String area, int number) {
        return String.format(Locale.ROOT, "+142555%s%04d", area, number);
    }

    /** Returns the largest number of calls at once. */
    private int call(CallAutomationSimulator simulator, CallLog log, int calls, IntFunction<String> caller)
            throws Exception {
        int before = log.count(ENDED);
        long begin = System.nanoTime();
        long lastEnd = begin;
        int started = 0;
        int ended = 0;
        int atOnce = 0;
        while (ended < calls
                && System.nanoTime() - lastEnd < ring.plus(IDLE_TIMEOUT).toNanos()) {
            long due = (System.nanoTime() - begin) * perSecond / TimeUnit.SECONDS.toNanos(1);
            for (; started < Math.min(due, calls); started++) {
                simulator.phone(caller.apply(started)).call(PhoneBook.CONTACT_CENTER);
                lastEnd = System.nanoTime();
            }
            // calls that have been answered: those only announced cost a worker nothing
            int answered = log.count("answered");
            int now = log.count(ENDED);
            atOnce = Math.max(atOnce, answered - now);
            if (now - before > ended) {
                ended = now - before;
                lastEnd = System.nanoTime();
            }
            TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL.toMillis());
        }
        return atOnce;
    }
}
