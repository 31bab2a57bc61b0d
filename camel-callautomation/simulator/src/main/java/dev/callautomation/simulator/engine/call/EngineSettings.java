package dev.callautomation.simulator.engine.call;

import java.time.Duration;

import dev.callautomation.simulator.engine.media.SoundSettings;

/**
 * How long things take and who owns the resource.
 *
 * @param resourceId immutable resource id, part of the ids the service makes up for calls without a source
 * @param ring how long a phone rings before it acts, unless it has its own time
 * @param ringTimeout how long a target of createCall or addParticipant rings at most; the service's own pages say
 *     "usually 2 minutes"
 * @param sounds how long things take to play, and which files there are
 * @param activeCalls calls that go on at once; another one is refused
 * @param endedCalls ended calls that are remembered
 * @param mediaBytes about how many bytes the texts of media operations of all calls take; another one is refused
 */
public record EngineSettings(
        String resourceId,
        Duration ring,
        Duration ringTimeout,
        SoundSettings sounds,
        int activeCalls,
        int endedCalls,
        long mediaBytes) {

    /** An incoming call rings an application for this long; answering later has no effect. */
    public static final Duration INCOMING_CALL_RINGS = Duration.ofSeconds(30);

    /** The calling SDKs' deadline of a transfer. */
    public static final Duration TRANSFER_TIMEOUT = Duration.ofSeconds(60);

    /** From an application's answer to the connected call. */
    public static final Duration CONNECTING = Duration.ofMillis(50);

    /** From the request to record to the beginning, when the service does not wait for it. */
    public static final Duration RECORDING_BEGINS = Duration.ofMillis(50);

    /** From the end of a recording to its file; the service takes some minutes. */
    public static final Duration FILE_READY = Duration.ofMillis(500);
}
