package dev.callautomation.camel.test;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.callautomation.simulator.CallAutomationSimulator;

/**
 * Replays a recorded call to the routes that a simulator is connected to: it responds to their requests as the service did, and
 * delivers the events in the recorded order, each after the requests that preceded it. Fails with the first request that is
 * another one than the recorded one. Immutable.
 *
 * <p>Requests are compared by method, path and body. Not compared are callback URIs, what has been replaced by
 * {@code replaced-1} and the like, and what the component adds to operation contexts.
 */
public final class CallReplay {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Set<String> OF_THE_APPLICATION = Set.of("callbackUri", "operationCallbackUri", "transportUrl");

    private final RecordedCall call;
    private final boolean recordedTiming;
    private final Duration timeout;
    private final Set<String> ignored;

    private CallReplay(RecordedCall call, boolean recordedTiming, Duration timeout, Set<String> ignored) {
        this.call = call;
        this.recordedTiming = recordedTiming;
        this.timeout = timeout;
        this.ignored = Set.copyOf(ignored);
    }

    /** As fast as possible: each event and response follows when what precedes it has happened. */
    public static CallReplay of(RecordedCall call) {
        return new CallReplay(call, false, TIMEOUT, OF_THE_APPLICATION);
    }

    /** With the recorded pauses before events and responses. */
    public CallReplay atRecordedTiming() {
        return new CallReplay(call, true, timeout, ignored);
    }

    /** Time to wait for a request, 10 s by default. */
    public CallReplay withTimeout(Duration longest) {
        return new CallReplay(call, recordedTiming, longest, ignored);
    }

    /** Members of request bodies that are not compared, by name, for example the {@code text} of prompts. */
    public CallReplay ignoring(String... members) {
        Set<String> more = new LinkedHashSet<>(ignored);
        more.addAll(List.of(members));
        return new CallReplay(call, recordedTiming, timeout, more);
    }

    /**
     * Replays the call from its first event to its last.
     *
     * @param  simulator      is connected to the component of the routes; its own calls rest meanwhile
     * @throws AssertionError if the routes send other requests, with the recorded order and the first difference
     */
    public void run(CallAutomationSimulator simulator) {
        try (RunningReplay replay = start(simulator)) {
            replay.await();
        }
    }

    /** Begins to replay a call that the application starts itself, as one with {@code createCall}. To be closed. */
    public RunningReplay start(CallAutomationSimulator simulator) {
        RunningReplay replay = new RunningReplay(this);
        replay.open(simulator);
        return replay;
    }

    RecordedCall call() {
        return call;
    }

    boolean atRecordedTimes() {
        return recordedTiming;
    }

    Duration timeout() {
        return timeout;
    }

    Set<String> ignored() {
        return ignored;
    }
}
