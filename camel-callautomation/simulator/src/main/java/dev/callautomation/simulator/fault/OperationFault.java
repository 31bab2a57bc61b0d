package dev.callautomation.simulator.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * A fault of a request. With a status the operation is not executed; a delay or a reset alone lets it be.
 *
 * @param status HTTP status to answer with instead of executing, {@code null} to execute
 * @param code the service's code in the answer, {@code null} for one that goes with the status
 * @param retryAfterSeconds header Retry-After, {@code null} for none
 * @param delayMillis by the simulator's clock from execution to answer
 * @param reset whether the connection is closed instead of answering
 */
public record OperationFault(
        Trigger when, int times, Integer status, String code, Integer retryAfterSeconds, long delayMillis, Reset reset)
        implements Fault {

    public OperationFault {
        Fault.checkTimes(times, delayMillis);
        if (status != null && (status < 400 || status > 599)) {
            throw new IllegalArgumentException("status must be between 400 and 599, not " + status);
        }
        if (retryAfterSeconds != null && retryAfterSeconds < 0) {
            throw new IllegalArgumentException("retryAfter must be 0 seconds or more, not " + retryAfterSeconds);
        }
    }

    /** Answers with this status, between 400 and 599, without executing the operation. */
    public OperationFault status(int value) {
        return new OperationFault(when, times, value, code, retryAfterSeconds, delayMillis, reset);
    }

    /** The service's code in the answer, a number in a string. */
    public OperationFault code(String value) {
        return new OperationFault(when, times, status, value, retryAfterSeconds, delayMillis, reset);
    }

    /** The header Retry-After. */
    public OperationFault retryAfterSeconds(int value) {
        return new OperationFault(when, times, status, code, value, delayMillis, reset);
    }

    /** Lets the answer wait, by the simulator's clock; the operation's events wait with it. */
    public OperationFault delayMillis(long value) {
        return new OperationFault(when, times, status, code, retryAfterSeconds, value, reset);
    }

    /** Closes the connection instead of answering. */
    public OperationFault reset(Reset value) {
        return new OperationFault(when, times, status, code, retryAfterSeconds, delayMillis, value);
    }

    @Override
    public OperationFault times(int value) {
        return new OperationFault(when, value, status, code, retryAfterSeconds, delayMillis, reset);
    }

    @Override
    public OperationFault inCall(String id) {
        return at(when.inCall(id), times);
    }

    @Override
    public OperationFault withChance(double chance, long seed) {
        return at(when.withChance(chance, seed), ALWAYS);
    }

    private OperationFault at(Trigger other, int often) {
        return new OperationFault(other, often, status, code, retryAfterSeconds, delayMillis, reset);
    }

    @Override
    public void check() {
        if (status == null && delayMillis == 0 && reset == Reset.NONE) {
            throw new IllegalArgumentException("the fault of the operation " + when.name()
                    + " does nothing: give it status, delayMillis or reset");
        }
        if (status == null && (code != null || retryAfterSeconds != null)) {
            throw new IllegalArgumentException("code and retryAfter go with a status: give it, too");
        }
        if (status != null && reset != Reset.NONE) {
            throw new IllegalArgumentException("status and reset exclude each other: leave one of them out");
        }
    }

    /** Whether the operation is executed in spite of it. */
    public boolean executes() {
        return status == null && reset != Reset.BEFORE;
    }

    /** What is wrong, for the timeline. */
    public String description() {
        List<String> parts = new ArrayList<>();
        if (status != null) {
            parts.add("is not executed but answered with " + status);
        }
        if (delayMillis > 0) {
            parts.add("is answered " + delayMillis + " ms later");
        }
        if (reset == Reset.BEFORE) {
            parts.add("is not executed, the connection is closed without an answer");
        } else if (reset == Reset.AFTER) {
            parts.add("is executed, the connection is closed without an answer");
        }
        return String.join(", ", parts);
    }
}
