package dev.callautomation.simulator.streaming;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.engine.sound.SoundEvent;
import dev.callautomation.simulator.engine.stream.StreamSetup;
import dev.callautomation.simulator.execution.SimulatorClock;

/** What is said in a call: half of a sentence while it is spoken, when that is wanted, and all of it at its end. */
final class TranscriptionFeed implements StreamFeed {

    private final Effect.OpenStream order;
    private final SimulatorClock clock;
    private final FrameSender frameSender;
    private volatile Instant begin;
    private volatile boolean ended;
    private volatile StreamSetup.Transcription setup;

    TranscriptionFeed(
            Effect.OpenStream order, StreamSetup.Transcription setup, SimulatorClock clock, FrameSender frameSender) {
        this.order = order;
        this.setup = setup;
        this.clock = clock;
        this.frameSender = frameSender;
    }

    @Override
    public void begin() {
        begin = clock.now();
        frameSender.send(Frames.transcriptionMetadata(order, setup));
    }

    @Override
    public void hears(SoundEvent soundEvent) {
        if (soundEvent.kind() != SoundEvent.Kind.SPEECH || soundEvent.what().isBlank()) {
            return;
        }
        Duration offset = Duration.between(begin, soundEvent.at());
        int words = WordTiming.words(soundEvent.what()).length;
        if (setup.intermediate() && words > 1) {
            later(soundEvent.length().dividedBy(2), Frames.transcription(soundEvent, offset, (words + 1) / 2, false));
        }
        later(soundEvent.length(), Frames.transcription(soundEvent, offset, words, true));
    }

    @Override
    public void received(JsonNode frame) {
        // an application has nothing to say to a transcription
    }

    /** A new language begins with new metadata, so that the receiver knows it. */
    @Override
    public void changed(StreamSetup other) {
        setup = (StreamSetup.Transcription) other;
        frameSender.send(Frames.transcriptionMetadata(order, setup));
    }

    @Override
    public void end() {
        ended = true;
    }

    private void later(Duration delay, ObjectNode frame) {
        clock.schedule(delay, () -> {
            if (!ended) {
                frameSender.send(frame);
            }
        });
    }
}
