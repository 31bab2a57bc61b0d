package dev.callautomation.simulator.engine.media;

import java.net.URI;
import java.time.Duration;

/** What is known of a play source: how long it takes, that it cannot be played, or that it has to be fetched. */
public sealed interface Sound {

    /** Can be played. */
    record Playable(Duration length) implements Sound {}

    /** Cannot be played. */
    record Unplayable(MediaResult reason) implements Sound {}

    /** A file on this computer, to be fetched and looked at. */
    record Elsewhere(URI uri) implements Sound {

        /** Leaves out the address, whose query may hold a signature. */
        @Override
        public String toString() {
            return "Elsewhere";
        }
    }
}
