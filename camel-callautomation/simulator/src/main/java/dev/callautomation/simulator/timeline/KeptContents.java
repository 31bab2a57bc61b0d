package dev.callautomation.simulator.timeline;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Contents by the number of their entries, up to a number of bytes; the oldest are dropped. Not safe for threads. */
final class KeptContents {

    /** In the order of the numbers. */
    private final Map<Long, SentContent> contents = new LinkedHashMap<>();

    private final long limit;
    private long bytes;

    KeptContents(long limit) {
        this.limit = limit;
    }

    /** Whether it is kept: one that is larger than all that may be kept is not. */
    boolean add(long number, SentContent content) {
        contents.put(number, content);
        bytes += content.size();
        while (bytes > limit) {
            Iterator<SentContent> oldest = contents.values().iterator();
            bytes -= oldest.next().size();
            oldest.remove();
        }
        return contents.containsKey(number);
    }

    void remove(long number) {
        SentContent removed = contents.remove(number);
        bytes -= removed == null ? 0 : removed.size();
    }

    Optional<SentContent> of(long number) {
        return Optional.ofNullable(contents.get(number));
    }

    void clear() {
        contents.clear();
        bytes = 0;
    }
}
