package dev.callautomation.simulator.streaming;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.simulator.audio.Samples;
import dev.callautomation.simulator.execution.SimulatorClock;

/**
 * Plays what an application sends back, one frame after another; of the sound itself only its length counts. When
 * nothing is left to be played, or the application stops it, the parties have heard something.
 */
final class Playback {

    private final SimulatorClock clock;
    private final int bytesPerSecond;
    private final Consumer<Duration> heard;
    private final Consumer<String> complaints;
    private Instant begin;
    private Instant until;

    /**
     * Makes a playback.
     *
     * @param heard is told how long something was to be heard without a break
     * @param complaints is told what is wrong with a frame
     */
    Playback(SimulatorClock clock, int rate, Consumer<Duration> heard, Consumer<String> complaints) {
        this.clock = clock;
        this.bytesPerSecond = rate * Samples.BYTES;
        this.heard = heard;
        this.complaints = complaints;
    }

    /** Takes a frame; the official clients do not agree on capital letters in its names. */
    void received(JsonNode frame) {
        switch (member(frame, "kind").asText("").toLowerCase(Locale.ROOT)) {
            case "audiodata" -> sound(member(member(frame, "audioData"), "data").asText(""));
            case "stopaudio" -> stop();
            default -> complaints.accept("a frame of another kind than AudioData and StopAudio was sent");
        }
    }

    /** Ends the playback without reporting it. */
    synchronized void end() {
        begin = null;
    }

    private void sound(String base64) {
        try {
            int length = Base64.getDecoder().decode(base64).length;
            if (length == 0) {
                complaints.accept("an AudioData frame was sent without data");
            } else {
                play(Duration.ofNanos(length * 1_000_000_000L / bytesPerSecond));
            }
        } catch (IllegalArgumentException e) {
            complaints.accept("an AudioData frame was sent whose data is not base64");
        }
    }

    private synchronized void play(Duration length) {
        Instant now = clock.now();
        if (begin == null) {
            begin = now;
            until = now;
            clock.schedule(length, this::check);
        }
        until = until.plus(length);
    }

    private void check() {
        Duration whole;
        synchronized (this) {
            if (begin == null) {
                return;
            }
            Duration rest = Duration.between(clock.now(), until);
            if (!rest.isNegative() && !rest.isZero()) {
                clock.schedule(rest, this::check);
                return;
            }
            whole = Duration.between(begin, until);
            begin = null;
        }
        heard.accept(whole);
    }

    private void stop() {
        Duration part;
        synchronized (this) {
            if (begin == null) {
                return;
            }
            part = Duration.between(begin, clock.now());
            begin = null;
        }
        heard.accept(part);
    }

    private static JsonNode member(JsonNode node, String name) {
        for (Iterator<Map.Entry<String, JsonNode>> it = node.properties().iterator(); it.hasNext(); ) {
            Map.Entry<String, JsonNode> member = it.next();
            if (member.getKey().equalsIgnoreCase(name)) {
                return member.getValue();
            }
        }
        return node.path(name);
    }
}
