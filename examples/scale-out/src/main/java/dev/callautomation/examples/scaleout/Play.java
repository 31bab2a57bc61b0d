package dev.callautomation.examples.scaleout;

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
final class Play {

    private static final int AT_ONCE = 40;
    /** What the simulator remembers of calls that have ended. */
    private static final int MOST_CALLS = 1_000;

    /** A kill is in the middle when so many calls wait for the one who is killed. */
    private static final int WAITING = 5;

    private static final Duration RING = Duration.ofMillis(800);
    private static final Duration GLANCE = Duration.ofMillis(20);
    /** When nothing has happened for so long, nothing will. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

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
     * @throws IllegalArgumentException if these are too few calls to kill somebody in the middle, or too many to count
     */
    Play(int count, Path folder, PrintStream out) {
        if (count < 2 * WAITING || count > MOST_CALLS) {
            throw new IllegalArgumentException(
                    "Between " + 2 * WAITING + " and " + MOST_CALLS + " calls can be played, not " + count);
        }
        this.count = count;
        this.folder = folder;
        this.out = out;
    }

    /** Says whether a worker was killed while calls waited for it, and all calls were finished once. */
    boolean run() throws Exception {
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start(
                        SimulatorOptions.defaults().withRing(RING));
                CallLog log = CallLog.start();
                Cluster cluster = new Cluster(simulator, log, folder)) {
            say("%d calls, %d at once; a broker, two receivers and two workers start", count, AT_ONCE);
            cluster.start(1);
            Child victim = cluster.worker().awaitReady();
            say("all are ready, the first callers ring");
            play(simulator, log, cluster, victim);
            return report(simulator, log, victim);
        }
    }

    private void play(CallAutomationSimulator simulator, CallLog log, Cluster cluster, Child victim) throws Exception {
        Instant lastStep = Instant.now();
        int known = 0;
        int ended = 0;
        while (ended < count && Duration.between(lastStep, Instant.now()).compareTo(PATIENCE) < 0) {
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
            TimeUnit.MILLISECONDS.sleep(GLANCE.toMillis());
        }
        say(ended == count ? "all calls have ended" : "nothing happens any more");
    }

    private void kill(Child victim, CallLog log, Cluster cluster) throws Exception {
        victim.kill();
        // now it notes nothing any more
        List<CallLog.Step> steps = log.steps();
        Set<String> over = ended(steps);
        waiting = waitingFor(victim, steps);
        say("%d calls have ended, %d go on: %s is killed (-9)", over.size(), calls.size() - over.size(), victim.name());
        say("%d of them were waiting on it, in the middle of its route", waiting.size());
        say("%s starts", cluster.worker().name());
    }

    private static Set<String> ended(List<CallLog.Step> steps) {
        return steps.stream()
                .filter(step -> step.name().equals(ENDED))
                .map(CallLog.Step::call)
                .collect(Collectors.toSet());
    }

    /** Calls that the worker has answered and that have not ended. */
    private static Set<String> waitingFor(Child worker, List<CallLog.Step> steps) {
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

    private boolean report(CallAutomationSimulator simulator, CallLog log, Child victim) throws Exception {
        List<CallLog.Step> steps = log.steps();
        Tally tally = Tally.of(calls, simulator::timeline, steps);
        if (waiting.isEmpty()) {
            say("no worker was killed while calls were waiting on it, so that nothing is shown");
        }
        long pickedUp = steps.stream()
                .filter(step -> waiting.contains(step.call()) && !step.worker().equals(victim.name()))
                .map(CallLog.Step::call)
                .distinct()
                .count();
        say("%d of the %d calls that were waiting were picked up by other workers", pickedUp, waiting.size());
        say(
                "%d requests came again and were recognized by the service, %d were turned down; the log refused %d notes",
                tally.repeated(), tally.rejected(), log.refused().size());
        out.println();
        out.printf("calls finished %5d%n", tally.finished());
        out.printf("calls lost     %5d%n", tally.lost() + count - calls.size());
        out.printf("calls doubled  %5d%n", tally.doubled());
        return !waiting.isEmpty() && calls.size() == count && tally.isPerfect();
    }

    private void say(String text, Object... values) {
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        out.printf(Locale.ROOT, "%7.3f s  %s%n", seconds, String.format(Locale.ROOT, text, values));
    }
}
