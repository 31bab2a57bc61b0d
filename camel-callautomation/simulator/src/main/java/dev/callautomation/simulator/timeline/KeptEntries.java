package dev.callautomation.simulator.timeline;

import java.util.ArrayList;
import java.util.List;

import dev.callautomation.simulator.model.TimelineEntry;

/**
 * The entries of all calls in the order in which they were written, with their contents up to a number of bytes, of
 * which the oldest are dropped. A linked list, as the entries of a call that is forgotten are anywhere in it. Not safe
 * for threads.
 */
final class KeptEntries {

    private final long contentLimit;

    /** Before the oldest and after the newest. */
    private final Kept end = new Kept(null, 0, SentContent.NONE);

    /** Those before it have no content. */
    private Kept oldestWithContent = end;

    private int number;
    private long bytes;
    private long contentBytes;

    KeptEntries(long contentLimit) {
        this.contentLimit = contentLimit;
    }

    /** An entry that is kept. */
    static final class Kept {

        private final TimelineEntry entry;
        // kept, as texts would have to be looked at again when they are dropped
        private final long size;
        private final int contentSize;

        private SentContent content;
        private Kept previous = this;
        private Kept next = this;

        private Kept(TimelineEntry entry, long size, SentContent content) {
            this.entry = entry;
            this.size = size;
            this.content = content;
            this.contentSize = content.size();
        }

        TimelineEntry entry() {
            return entry;
        }

        /** {@link SentContent#NONE} when there is none, or when it has been dropped. */
        SentContent content() {
            return content;
        }

        boolean hasContent() {
            return content != SentContent.NONE;
        }
    }

    /** Adds the newest. A content that is larger than all that may be kept is dropped at once. */
    Kept add(TimelineEntry entry, SentContent content) {
        Kept kept = new Kept(entry, entry.size(), content);
        kept.previous = end.previous;
        kept.next = end;
        end.previous.next = kept;
        end.previous = kept;
        number++;
        bytes += kept.size;
        contentBytes += kept.contentSize;
        if (oldestWithContent == end) {
            oldestWithContent = kept;
        }
        while (contentBytes > contentLimit) {
            dropContent(oldestWithContent);
            oldestWithContent = oldestWithContent.next;
        }
        return kept;
    }

    /** Removes one that is in the list. */
    void remove(Kept kept) {
        if (oldestWithContent == kept) {
            oldestWithContent = kept.next;
        }
        dropContent(kept);
        kept.previous.next = kept.next;
        kept.next.previous = kept.previous;
        // a garbage collector would otherwise take newer ones for alive because of this one
        kept.previous = kept;
        kept.next = kept;
        number--;
        bytes -= kept.size;
    }

    void dropContent(Kept kept) {
        if (kept.hasContent()) {
            contentBytes -= kept.contentSize;
            kept.content = SentContent.NONE;
        }
    }

    Kept oldest() {
        return end.next;
    }

    /** Those whose number is greater, oldest first. */
    List<Kept> after(long last) {
        Kept first = end;
        while (first.previous != end && first.previous.entry.number() > last) {
            first = first.previous;
        }
        List<Kept> list = new ArrayList<>();
        for (Kept kept = first; kept != end; kept = kept.next) {
            list.add(kept);
        }
        return list;
    }

    int size() {
        return number;
    }

    /** About how many bytes the texts of the entries take, without their contents. */
    long bytes() {
        return bytes;
    }

    void clear() {
        end.previous = end;
        end.next = end;
        oldestWithContent = end;
        number = 0;
        bytes = 0;
        contentBytes = 0;
    }
}
