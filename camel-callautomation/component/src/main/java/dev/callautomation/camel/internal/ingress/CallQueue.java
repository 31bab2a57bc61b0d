package dev.callautomation.camel.internal.ingress;

import java.util.List;

/**
 * The events of a call for a consumer, linked with one another: most calls have one event at a time, which needs no list.
 * Used by one thread at a time.
 */
final class CallQueue {

    private InFlightEvent head;
    private InFlightEvent tail;

    CallQueue(InFlightEvent first) {
        head = first;
        tail = first;
        first.setFirst();
    }

    CallQueue add(InFlightEvent event) {
        tail.setNext(event);
        tail = event;
        return this;
    }

    /** Removes an event; its next one is set only if it was the first. {@code null} if it was the last. */
    CallQueue remove(InFlightEvent event) {
        if (head == event) {
            head = event.next();
            return head == null ? null : this;
        }
        InFlightEvent before = head;
        while (before != null && before.next() != event) {
            before = before.next();
        }
        if (before != null) {
            before.setNext(event.takeNext());
            if (tail == event) {
                tail = before;
            }
        }
        return this;
    }

    void copyTo(List<InFlightEvent> events) {
        for (InFlightEvent event = head; event != null; event = event.next()) {
            events.add(event);
        }
    }
}
