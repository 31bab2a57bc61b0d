package dev.callautomation.simulator.model;

import java.time.Instant;

/**
 * Something a phone heard.
 *
 * @param time when it began
 * @param callId in which call
 * @param what the text that was read aloud, the address of a file without its query, keys such as {@code 12#},
 *     or how long a stream sounded, such as {@code 1200 ms}
 */
public record Heard(Instant time, String callId, Kind kind, String what) {

    /** What it was. */
    public enum Kind {
        FILE,
        TEXT,
        SSML,
        TONES,
        /** Sound the application sent through its stream. */
        STREAM
    }
}
