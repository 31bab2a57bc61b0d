package dev.callautomation.simulator.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last messages, up to a number of them and of their bytes. Not thread-safe. */
final class FeedHistory {

    private final Deque<FeedMessage> messages = new ArrayDeque<>();
    private final FeedLimits limits;
    private long bytes;
    private long newest;

    FeedHistory(FeedLimits limits) {
        this.limits = limits;
    }

    /** Keeps a message, whose number follows that of the one before it. */
    void add(FeedMessage message) {
        newest = message.number();
        messages.add(message);
        bytes += message.size();
        while (messages.size() > limits.history() || bytes > limits.bytes()) {
            bytes -= messages.remove().size();
        }
    }

    /** The messages after the one of this number, {@code null} when one of them is not kept any more, or it never was. */
    List<FeedMessage> after(long number) {
        long oldest = messages.isEmpty() ? newest + 1 : messages.peek().number();
        return number > newest || number + 1 < oldest
                ? null
                : messages.stream().filter(message -> message.number() > number).toList();
    }

    /** Drops all; what happens until the message of this number is not kept. */
    void skipTo(long number) {
        messages.clear();
        bytes = 0;
        newest = number;
    }
}
