package dev.callautomation.camel.internal.ingress;

import org.apache.camel.spi.IdempotentRepository;

import dev.callautomation.camel.internal.support.RecentEntries;

/** Remembers the events that receivers have processed. */
interface ProcessedEvents {

    boolean contains(EventKey key);

    /** Says whether it is new. */
    boolean add(EventKey key);

    /** What was added has been processed. */
    void confirm(EventKey key);

    void remove(EventKey key);

    /** Whether it may wait for another process, such as a database. */
    boolean mayBlock();

    /** In this process, by the parts of the key: without the digest, a ninth of the time of an event. */
    static ProcessedEvents inMemory(int capacity) {
        RecentEntries<EventKey, Boolean> keys = new RecentEntries<>(capacity);
        return new ProcessedEvents() {

            @Override
            public boolean contains(EventKey key) {
                return keys.containsKey(key);
            }

            @Override
            public boolean add(EventKey key) {
                return keys.putIfAbsent(key, true) == null;
            }

            @Override
            public void confirm(EventKey key) {
                // it was added
            }

            @Override
            public void remove(EventKey key) {
                keys.remove(key);
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
            public boolean contains(EventKey key) {
                return repository.contains(key.digest());
            }

            @Override
            public boolean add(EventKey key) {
                return repository.add(key.digest());
            }

            @Override
            public void confirm(EventKey key) {
                repository.confirm(key.digest());
            }

            @Override
            public void remove(EventKey key) {
                repository.remove(key.digest());
            }

            @Override
            public boolean mayBlock() {
                return true;
            }
        };
    }
}
