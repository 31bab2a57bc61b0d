package dev.callautomation.camel.internal.ingress;

import org.apache.camel.spi.IdempotentRepository;

/** Remembers the events that receivers have processed, each of which has a key. */
interface ProcessedEvents {

    boolean contains(InFlightEvent event);

    /** Says whether it is new. */
    boolean add(InFlightEvent event);

    /** What was added has been processed. */
    void confirm(InFlightEvent event);

    void remove(InFlightEvent event);

    /** Whether it may wait for another process, such as a database. */
    boolean mayBlock();

    /** In this process, by the keys: without the digest, a ninth of the time of an event. */
    static ProcessedEvents inMemory(int capacity) {
        RecentIdentities keys = new RecentIdentities(capacity);
        return new ProcessedEvents() {

            @Override
            public boolean contains(InFlightEvent event) {
                return keys.contains(event.key());
            }

            @Override
            public boolean add(InFlightEvent event) {
                return keys.add(event.key());
            }

            @Override
            public void confirm(InFlightEvent event) {
                // it was added
            }

            @Override
            public void remove(InFlightEvent event) {
                keys.remove(event.key());
            }

            @Override
            public boolean mayBlock() {
                return false;
            }
        };
    }

    static ProcessedEvents in(IdempotentRepository repository) {
        return new ProcessedEvents() {

            @Override
            public boolean contains(InFlightEvent event) {
                return repository.contains(event.digest());
            }

            @Override
            public boolean add(InFlightEvent event) {
                return repository.add(event.digest());
            }

            @Override
            public void confirm(InFlightEvent event) {
                repository.confirm(event.digest());
            }

            @Override
            public void remove(InFlightEvent event) {
                repository.remove(event.digest());
            }

            @Override
            public boolean mayBlock() {
                return true;
            }
        };
    }
}
