package dev.callautomation.simulator.engine.recording;

import java.util.Locale;

/** What a recording's file is. */
public enum Format {
    WAV,
    MP3,
    MP4;

    /** The name used in JSON. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
