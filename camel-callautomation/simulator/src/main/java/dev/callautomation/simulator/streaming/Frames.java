package dev.callautomation.simulator.streaming;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.engine.sound.SoundEvent;
import dev.callautomation.simulator.engine.stream.StreamSetup;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.wire.Json;

/** Frames in the service's shape, as its pages on streaming show them and the official parsers read them. */
final class Frames {

    private static final int NANOS_PER_TICK = 100;

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Frames() {}

    static ObjectNode audioMetadata(String subscriptionId, int rate, int frameBytes) {
        ObjectNode frame = Json.object().put("kind", "AudioMetadata");
        frame.putObject("audioMetadata")
                .put("subscriptionId", subscriptionId)
                .put("encoding", "PCM")
                .put("sampleRate", rate)
                .put("channels", 1)
                .put("length", frameBytes);
        return frame;
    }

    /** Sound; {@code speaker} is {@code null} for that of everybody. */
    static ObjectNode audio(Instant time, Identifier speaker, byte[] samples, boolean silent) {
        ObjectNode frame = Json.object().put("kind", "AudioData");
        ObjectNode data = frame.putObject("audioData").put("timestamp", MILLIS.format(time));
        if (speaker != null) {
            data.put("participantRawID", speaker.rawId());
        }
        data.put("data", samples).put("silent", silent);
        return frame;
    }

    static ObjectNode tone(String key) {
        ObjectNode frame = Json.object().put("kind", "DtmfData");
        frame.putObject("dtmfData").put("data", key);
        return frame;
    }

    static ObjectNode transcriptionMetadata(Effect.OpenStream order, StreamSetup.Transcription setup) {
        ObjectNode frame = Json.object().put("kind", "TranscriptionMetadata");
        ObjectNode data = frame.putObject("transcriptionMetadata")
                .put("subscriptionId", order.stream().id())
                .put("locale", setup.locale())
                .put("callConnectionId", order.legId())
                .put("correlationId", order.correlationId());
        if (setup.speechModel() != null) {
            data.put("speechRecognitionModelEndpointId", setup.speechModel());
        }
        return frame;
    }

    /**
     * The first words of an utterance, or all of them.
     *
     * @param offset from the beginning of the stream to the first word
     */
    static ObjectNode transcription(SoundEvent speech, Duration offset, int words, boolean isFinal) {
        String[] all = WordTiming.words(speech.what());
        ObjectNode frame = Json.object().put("kind", "TranscriptionData");
        ObjectNode data = frame.putObject("transcriptionData")
                .put("text", isFinal ? speech.what() : WordTiming.beginning(all, words))
                .put("format", "display")
                .put("confidence", speech.clarity())
                .put("offset", ticks(offset))
                .put("duration", ticks(WordTiming.duration(all, words, speech.length())));
        ArrayNode list = data.putArray("words");
        for (int i = 0; i < words; i++) {
            Duration before = WordTiming.duration(all, i, speech.length());
            Duration after = WordTiming.duration(all, i + 1, speech.length());
            list.addObject()
                    .put("text", WordTiming.bare(all[i]))
                    .put("offset", ticks(offset.plus(before)))
                    .put("duration", ticks(after.minus(before)));
        }
        data.put("participantRawID", speech.who().rawId()).put("resultStatus", isFinal ? "Final" : "Intermediate");
        return frame;
    }

    private static long ticks(Duration time) {
        return time.toNanos() / NANOS_PER_TICK;
    }
}
