package dev.callautomation.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.callautomation.simulator.fault.EventNames;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.rest.RestApi;
import dev.callautomation.simulator.timeline.ReceivedRequest;

/**
 * Waits for what happens in a call, or in any call. What has happened before counts. Immutable. Every method that waits
 * throws an {@link AssertionError} with the timeline when it does not happen in time; the time is real, with virtual
 * time, too.
 */
public final class CallAwait {

    private static final String TYPE_PREFIX = "Microsoft.Communication.";

    private final SimulatorCore core;
    private final Waiting waiting;
    private final String call;
    private final int times;

    /** @param call id of a call or a call connection, {@code null} for any call */
    CallAwait(SimulatorCore core, Duration timeout, String call, int times) {
        this.core = core;
        this.waiting = new Waiting(core, timeout);
        this.call = call;
        this.times = times;
    }

    /** Waits at most so long, in place of what {@link SimulatorOptions#await()} says. */
    public CallAwait atMost(Duration timeout) {
        return new CallAwait(core, timeout, call, times);
    }

    /** Waits until it has happened this often, in any call in the order of time; the result is the last of them. */
    public CallAwait times(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("times must be at least 1, not " + count);
        }
        return new CallAwait(core, waiting.timeout(), call, count);
    }

    /**
     * Waits until the service or Event Grid sends an event.
     *
     * @param type for example {@code AddParticipantFailed}
     * @return its entry; {@link TimelineEntry#detail} has {@code code}, {@code subCode} and {@code operationContext}
     * @throws IllegalArgumentException when there is no such type of event
     */
    public TimelineEntry event(String type) {
        String name = type.startsWith(TYPE_PREFIX) ? type.substring(TYPE_PREFIX.length()) : type;
        EventNames.check(name);
        return waiting.until(
                () -> nth(entries().filter(entry -> isSent(entry, name))),
                () -> name + " has not been sent" + often(),
                call);
    }

    /**
     * Waits until the application has sent a request, executed or not. One with a wrong signature does not count.
     *
     * @param operation the service's name of it, for example {@code transferToParticipant}
     * @throws IllegalArgumentException when there is no such operation
     */
    public ReceivedRequest request(String operation) {
        RestApi.checkOperation(operation);
        return waiting.until(
                () -> nth(core.timeline().requests().stream()
                        .filter(request -> request.operation().equals(operation) && concerns(request))),
                () -> operation + " has not been requested" + often(),
                call);
    }

    /**
     * Waits until the call has ended; until any call has.
     *
     * @throws IllegalStateException with {@link #times} for one call; for any call, as many must have ended
     */
    public CallSnapshot ended() {
        return until("the call has ended", snapshot -> snapshot.state() == CallState.DISCONNECTED);
    }

    /**
     * Waits until a condition is true, which is looked at when something has happened.
     *
     * @param what for the message of a failure
     * @throws IllegalStateException with {@link #times} for one call; for any call, it must be true of as many
     */
    public CallSnapshot until(String what, Predicate<CallSnapshot> condition) {
        if (call != null && times > 1) {
            throw new IllegalStateException("A call has one state: times(" + times + ") is for events and requests, and"
                    + " for the states of several calls");
        }
        return waiting.until(
                () -> nth(snapshots().filter(condition)), () -> "It is not true that " + what + often(), call);
    }

    private Stream<TimelineEntry> entries() {
        List<TimelineEntry> entries = call == null ? core.timeline().ofAllCalls() : core.timeline(call);
        return entries.stream();
    }

    private Stream<CallSnapshot> snapshots() {
        return call == null ? core.calls().stream() : core.call(call).stream();
    }

    private boolean concerns(ReceivedRequest request) {
        return call == null || call.equals(request.callConnectionId()) || isOfThisCall(request);
    }

    private boolean isOfThisCall(ReceivedRequest request) {
        return request.callId() != null
                && core.call(call).stream().anyMatch(known -> known.callId().equals(request.callId()));
    }

    private static boolean isSent(TimelineEntry entry, String name) {
        // without a receiver it says that no subscription matched
        return entry.kind() == TimelineEntry.Kind.EVENT && entry.to() != null && name.equals(entry.detail("event"));
    }

    private <T> Optional<T> nth(Stream<T> all) {
        return all.skip(times - 1L).findFirst();
    }

    private String often() {
        return times == 1 ? "" : " (" + times + " times)";
    }
}
