package dev.callautomation.camel.internal.ingress;

import java.security.SecureRandom;
import java.time.OffsetDateTime;

import dev.callautomation.camel.event.EventEnvelope;

/**
 * What an event has in common with its repetitions. CloudEvents are unique by source and id; the type and time tell apart
 * the events of senders that count their ids from the start.
 *
 * <p>It is a hash of 128 bits, seeded for this process, so that different events have different identities, and no sender can
 * choose equal ones. The texts themselves, of which the last 10,000 events keep some 25 objects each, took a tenth of the CPU
 * of an event for the garbage collector.
 */
public final class EventIdentity {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long FIRST_SEED = RANDOM.nextLong();
    private static final long SECOND_SEED = RANDOM.nextLong();

    // odd numbers with about as many ones as zeros: the prime of FNV-1a for 64 bits, and the constants of SplitMix64
    private static final long FIRST_FACTOR = 0x100000001B3L;
    private static final long SECOND_FACTOR = 0xBF58476D1CE4E5B9L;
    private static final long LAST_FACTOR = 0x94D049BB133111EBL;
    private static final int ROTATION = 29;
    private static final int SHIFT = 31;
    private static final char ABSENT = 0xFFFF;

    private final long first;
    private final long second;

    private EventIdentity(EventEnvelope event) {
        Hash hash = new Hash();
        hash.add(event.id());
        hash.add(event.source());
        hash.add(event.type());
        OffsetDateTime time = event.time();
        if (time == null) {
            hash.add(ABSENT);
        } else {
            hash.add(time.toEpochSecond());
            hash.add(time.getNano());
            hash.add(time.getOffset().getTotalSeconds());
        }
        first = Hash.mixed(hash.first);
        second = Hash.mixed(hash.second);
    }

    private EventIdentity(EventIdentity event, String receiver) {
        Hash hash = new Hash();
        hash.add(receiver);
        hash.add(event.first);
        hash.add(event.second);
        first = Hash.mixed(hash.first);
        second = Hash.mixed(hash.second);
    }

    /** {@code null} if the repetitions cannot be recognized: the event has no id. */
    static EventIdentity of(EventEnvelope event) {
        return event.id() == null ? null : new EventIdentity(event);
    }

    /** What the event has in common with its repetitions for a receiver. */
    EventIdentity forReceiver(String name) {
        return new EventIdentity(this, name);
    }

    long first() {
        return first;
    }

    long second() {
        return second;
    }

    /** Two hashes of the same numbers. It does not leave the constructor, so that the compiler keeps it in registers. */
    private static final class Hash {

        private long first = FIRST_SEED;
        private long second = SECOND_SEED;

        void add(long value) {
            first = (first ^ value) * FIRST_FACTOR;
            second = Long.rotateLeft(second + value, ROTATION) * SECOND_FACTOR;
        }

        void add(String text) {
            if (text == null) {
                add(ABSENT);
                return;
            }
            add(text.length());
            for (int i = 0; i < text.length(); i++) {
                add(text.charAt(i));
            }
        }

        /** The last characters change all bits, too. */
        static long mixed(long hash) {
            long mixed = (hash ^ hash >>> SHIFT) * LAST_FACTOR;
            return mixed ^ mixed >>> SHIFT;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventIdentity identity && first == identity.first && second == identity.second;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(first);
    }
}
