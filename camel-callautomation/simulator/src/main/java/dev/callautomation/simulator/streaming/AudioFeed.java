package dev.callautomation.simulator.streaming;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.audio.Samples;
import dev.callautomation.simulator.engine.sound.SoundEvent;
import dev.callautomation.simulator.engine.stream.StreamSetup;
import dev.callautomation.simulator.execution.SimulatorClock;
import dev.callautomation.simulator.model.Identifier;

/** The sound of a call, 50 frames a second, without what the application plays itself. */
final class AudioFeed implements StreamFeed {

    private static final Duration FRAME = Duration.ofMillis(20);
    private static final int FRAMES_PER_SECOND = 50;

    /** Frames that are further behind are left out: the clock has stood still. */
    private static final Duration TOO_LATE = Duration.ofSeconds(1);

    private final String subscriptionId;
    private final StreamSetup.Audio setup;
    private final SimulatorClock clock;
    private final FrameSender frameSender;
    private final Playback playback;
    private final List<SoundEvent> soundEvents = new ArrayList<>();
    private Instant begin;
    private long number;
    private boolean ended;

    AudioFeed(
            String subscriptionId,
            StreamSetup.Audio setup,
            SimulatorClock clock,
            FrameSender frameSender,
            Playback playback) {
        this.subscriptionId = subscriptionId;
        this.setup = setup;
        this.clock = clock;
        this.frameSender = frameSender;
        this.playback = playback;
    }

    @Override
    public void begin() {
        synchronized (this) {
            begin = clock.now();
        }
        frameSender.send(Frames.audioMetadata(subscriptionId, setup.rate(), samplesPerFrame() * Samples.BYTES));
        clock.schedule(FRAME, this::tick);
    }

    @Override
    public void hears(SoundEvent soundEvent) {
        if (soundEvent.kind() == SoundEvent.Kind.PLAY) {
            return;
        }
        synchronized (this) {
            soundEvents.add(soundEvent);
        }
        if (soundEvent.kind() == SoundEvent.Kind.TONE && setup.tones()) {
            frameSender.send(Frames.tone(soundEvent.what()));
        }
    }

    @Override
    public void received(JsonNode frame) {
        if (setup.bidirectional()) {
            playback.received(frame);
        }
    }

    @Override
    public void changed(StreamSetup other) {
        throw new IllegalStateException("Sound has no language to change");
    }

    @Override
    public synchronized void end() {
        ended = true;
        playback.end();
    }

    private void tick() {
        List<ObjectNode> frames;
        Duration pause;
        synchronized (this) {
            if (ended) {
                return;
            }
            frames = frames();
            number++;
            pause = Duration.between(clock.now(), timeOf(number + 1));
            if (pause.plus(TOO_LATE).isNegative()) {
                number += pause.negated().dividedBy(FRAME);
                pause = FRAME;
            }
        }
        frames.forEach(frameSender::send);
        clock.schedule(pause, this::tick);
    }

    /** The frames of the moment that is just over. */
    private List<ObjectNode> frames() {
        Instant from = timeOf(number);
        Instant to = timeOf(number + 1);
        soundEvents.removeIf(soundEvent -> !soundEvent.until().isAfter(from));
        List<SoundEvent> now = soundEvents.stream()
                .filter(soundEvent -> soundEvent.at().isBefore(to))
                .toList();
        if (!setup.unmixed()) {
            return List.of(Frames.audio(from, null, samples(now), now.isEmpty()));
        }
        Map<Identifier, List<SoundEvent>> bySpeaker = new LinkedHashMap<>();
        now.forEach(soundEvent -> bySpeaker
                .computeIfAbsent(soundEvent.who(), who -> new ArrayList<>())
                .add(soundEvent));
        List<ObjectNode> frames = new ArrayList<>();
        bySpeaker.forEach((speaker, own) -> frames.add(Frames.audio(from, speaker, samples(own), false)));
        return frames;
    }

    private byte[] samples(List<SoundEvent> sounds) {
        Samples samples = new Samples(number * samplesPerFrame(), samplesPerFrame(), setup.rate(), 1);
        sounds.forEach(soundEvent -> samples.add(
                soundEvent, Duration.between(begin, soundEvent.at()), Duration.between(begin, soundEvent.until()), 0));
        return samples.bytes();
    }

    private int samplesPerFrame() {
        return setup.rate() / FRAMES_PER_SECOND;
    }

    private Instant timeOf(long frame) {
        return begin.plus(FRAME.multipliedBy(frame));
    }
}
