package dev.callautomation.simulator.streaming;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.engine.Effect;
import dev.callautomation.simulator.engine.sound.Noise;
import dev.callautomation.simulator.engine.stream.StreamSetup;
import dev.callautomation.simulator.switchboard.SimulatorClock;

/** What is said in a call: half of a sentence while it is spoken, when that is wanted, and all of it at its end. */
final class TranscriptionFeed implements Feed {

    private final Effect.StreamOpens order;
    private final SimulatorClock clock;
    private final Outlet outlet;
    private volatile Instant begin;
    private volatile boolean ended;
    private volatile StreamSetup.Transcription setup;

    TranscriptionFeed(Effect.StreamOpens order, StreamSetup.Transcription setup, SimulatorClock clock, Outlet outlet) {
        this.order = order;
        this.setup = setup;
        this.clock = clock;
        this.outlet = outlet;
    }

    @Override
    public void begin() {
        begin = clock.now();
        outlet.send(Frames.transcriptionMetadata(order, setup));
    }

    @Override
    public void hears(Noise noise) {
        if (noise.kind() != Noise.Kind.SPEECH || noise.what().isBlank()) {
            return;
        }
        Duration offset = Duration.between(begin, noise.at());
        int words = Sentence.words(noise.what()).length;
        if (setup.intermediate() && words > 1) {
            later(noise.length().dividedBy(2), Frames.transcription(noise, offset, (words + 1) / 2, false));
        }
        later(noise.length(), Frames.transcription(noise, offset, words, true));
    }

    @Override
    public void received(JsonNode frame) {
        // an application has nothing to say to a transcription
    }

    /** A new language begins with new metadata, so that whoever reads along knows it. */
    @Override
    public void changed(StreamSetup other) {
        setup = (StreamSetup.Transcription) other;
        outlet.send(Frames.transcriptionMetadata(order, setup));
    }

    @Override
    public void end() {
        ended = true;
    }

    private void later(Duration delay, ObjectNode frame) {
        clock.schedule(delay, () -> {
            if (!ended) {
                outlet.send(frame);
            }
        });
    }
}
