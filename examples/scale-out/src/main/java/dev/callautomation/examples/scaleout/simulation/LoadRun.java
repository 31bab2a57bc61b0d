package dev.callautomation.examples.scaleout.simulation;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;

/** Many calls, some at once; when half of them have ended, a worker is killed and another one started. */
public final class LoadRun {

    private static final int AT_ONCE = 40;
    /** What the simulator remembers of calls that have ended. */
    private static final int MOST_CALLS = 1_000;

    /** The worker is killed when it has at least so many waiting calls. */
    private static final int WAITING = 5;

    private static final Duration RING = Duration.ofMillis(800);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);
    /** After this long without a recorded step, the run ends. */
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(45);

    private static final String ENDED = "ended";

    private final int count;
    private final Path folder;
    private final PrintStream out;
    private final Instant begin = Instant.now();
    private final List<String> calls = new ArrayList<>();
    private Set<String> waiting = Set.of();

    /**
     * @param count  how many calls
     * @param folder for logs of the processes
     * @throws IllegalArgumentException if the number is too small for a kill in the middle, or larger than what the simulator remembers
     */
    public LoadRun(int count, Path folder, PrintStream out) {
        if (count < 2 * WAITING || count > MOST_CALLS) {
            throw new IllegalArgumentException(
                    "Between " + 2 * WAITING + " and " + MOST_CALLS + " calls can be run, not " + count);
        }
        this.count = count;
        this.folder = folder;
        this.out = out;
    }

    /** Whether a worker was killed while calls waited for it, and all calls were finished once. */
    public boolean run() throws Exception {
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start(
                        SimulatorOptions.defaults().withRing(RING));
                CallLog log = CallLog.start();
                Cluster cluster = new Cluster(simulator, log, folder)) {
            print("%d calls, %d at once; a broker, two receivers and two workers start", count, AT_ONCE);
            cluster.start(1);
            ChildProcess victim = cluster.worker().awaitReady();
            print("all are ready, the first calls begin");
            call(simulator, log, cluster, victim);
            return report(simulator, log, victim);
        }
    }

    private void call(CallAutomationSimulator simulator, CallLog log, Cluster cluster, ChildProcess victim)
            throws Exception {
        Instant lastStep = Instant.now();
        int known = 0;
        int ended = 0;
        while (ended < count && Duration.between(lastStep, Instant.now()).compareTo(IDLE_TIMEOUT) < 0) {
            List<CallLog.Step> steps = log.steps();
            if (steps.size() > known) {
                known = steps.size();
                lastStep = Instant.now();
            }
            ended = ended(steps).size();
            while (calls.size() < count && calls.size() - ended < AT_ONCE) {
                calls.add(simulator.phone(caller(calls.size())).call(PhoneBook.CONTACT_CENTER));
            }
            if (victim.isAlive()
                    && ended >= count / 2
                    && waitingFor(victim, steps).size() >= WAITING) {
                kill(victim, log, cluster);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL.toMillis());
        }
        print(ended == count ? "all calls have ended" : "no step has been recorded for 45 seconds");
    }

    private void kill(ChildProcess victim, CallLog log, Cluster cluster) throws Exception {
        victim.kill();
        // from now on it records no step
        List<CallLog.Step> steps = log.steps();
        Set<String> over = ended(steps);
        waiting = waitingFor(victim, steps);
        print(
                "%d calls have ended, %d continue: %s is killed (-9)",
                over.size(), calls.size() - over.size(), victim.name());
        print("%d of them were waiting on it", waiting.size());
        print("%s starts", cluster.worker().name());
    }

    private static Set<String> ended(List<CallLog.Step> steps) {
        return steps.stream()
                .filter(step -> step.name().equals(ENDED))
                .map(CallLog.Step::call)
                .collect(Collectors.toSet());
    }

    /** Calls with steps of this worker that have not ended. */
    private static Set<String> waitingFor(ChildProcess worker, List<CallLog.Step> steps) {
        Set<String> ended = ended(steps);
        return steps.stream()
                .filter(step -> step.worker().equals(worker.name()))
                .map(CallLog.Step::call)
                .filter(call -> !ended.contains(call))
                .collect(Collectors.toSet());
    }

    private static String caller(int number) {
        return String.format(Locale.ROOT, "+1425555%04d", number);
    }

    private boolean report(CallAutomationSimulator simulator, CallLog log, ChildProcess victim) throws Exception {
        List<CallLog.Step> steps = log.steps();
        Tally tally = Tally.of(calls, simulator::timeline, steps);
        if (waiting.isEmpty()) {
            print("no worker was killed while calls were waiting on it");
        }
        long pickedUp = steps.stream()
                .filter(step -> waiting.contains(step.call()) && !step.worker().equals(victim.name()))
                .map(CallLog.Step::call)
                .distinct()
                .count();
        print("%d of the %d waiting calls were continued by other workers", pickedUp, waiting.size());
        print(
                "%d repeated requests were deduplicated by the service, %d requests were refused; the database refused %d repeated steps",
                tally.repeated(), tally.rejected(), log.refused().size());
        out.println();
        out.printf("calls finished %5d%n", tally.finished());
        out.printf("calls lost     %5d%n", tally.lost() + count - calls.size());
        out.printf("calls doubled  %5d%n", tally.doubled());
        return !waiting.isEmpty() && calls.size() == count && tally.isPerfect();
    }

    private void print(String text, Object... values) {
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        out.printf(Locale.ROOT, "%7.3f s  %s%n", seconds, String.format(Locale.ROOT, text, values));
    }
}
