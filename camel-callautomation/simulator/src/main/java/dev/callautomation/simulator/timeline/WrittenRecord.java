package dev.callautomation.simulator.timeline;

import dev.callautomation.simulator.model.TimelineEntry;

/**
 * Something that was written on a timeline: an entry, or a request that was received.
 *
 * @param number in the order of writing, as {@link TimelineEntry#number()}
 * @param entry {@code null} for a request
 * @param request {@code null} for an entry; a request that concerns a call has an entry of its own before
 * @param nanos when it was written, by {@link System#nanoTime()}; of one that was written long ago, a later time
 * @param body of an event or a request as it was sent, with secrets; empty for others, or when it is no longer kept
 */
public record WrittenRecord(long number, TimelineEntry entry, ReceivedRequest request, long nanos, String body) {

    /** Leaves out the body. */
    @Override
    public String toString() {
        return "WrittenRecord[" + number + " " + (entry == null ? request : entry.description()) + "]";
    }
}
