package dev.callautomation.simulator.recording;

import java.time.Duration;
import java.util.Arrays;

import dev.callautomation.simulator.engine.recording.Recording;

/** A file of compressed silence as long as the recording: a head, and the same frame again and again. */
final class FramedFile implements RecordedFile {

    private static final int RATE = 16_000;

    /** MPEG 2 layer III, 32 kbit/s, 16 kHz, one channel; no side information and no data are silence. */
    private static final int MP3_FRAME_BYTES = 144;

    private static final byte[] MP3_HEADER = {(byte) 0xff, (byte) 0xf3, 0x48, (byte) 0xc4};
    private static final int MP3_FRAME_SAMPLES = 576;

    /** A raw AAC-LC block of one channel without any spectrum, and the end mark. */
    private static final byte[] AAC_FRAME = {0x00, (byte) 0xc8, 0x00, (byte) 0x80, 0x23, (byte) 0x80};

    private static final int AAC_FRAME_SAMPLES = 1_024;

    private final String contentType;
    private final byte[] head;
    private final byte[] frame;
    private final long frames;

    private FramedFile(String contentType, byte[] head, byte[] frame, long frames) {
        this.contentType = contentType;
        this.head = head;
        this.frame = frame;
        this.frames = frames;
    }

    static FramedFile mp3(Recording recording) {
        return new FramedFile(
                "audio/mpeg",
                new byte[0],
                Arrays.copyOf(MP3_HEADER, MP3_FRAME_BYTES),
                frames(recording, MP3_FRAME_SAMPLES));
    }

    static FramedFile mp4(Recording recording) {
        long frames = frames(recording, AAC_FRAME_SAMPLES);
        byte[] head = new Mp4Head(RATE, AAC_FRAME_SAMPLES, AAC_FRAME.length, frames).bytes();
        return new FramedFile(recording.settings().video() ? "video/mp4" : "audio/mp4", head, AAC_FRAME, frames);
    }

    @Override
    public long size() {
        return head.length + frames * frame.length;
    }

    @Override
    public String contentType() {
        return contentType;
    }

    @Override
    public byte[] read(long offset, int most) {
        int wanted = (int) Math.min(most, size() - offset);
        byte[] part = new byte[wanted];
        for (int i = 0; i < wanted; i++) {
            long at = offset + i;
            part[i] = at < head.length ? head[(int) at] : frame[(int) ((at - head.length) % frame.length)];
        }
        return part;
    }

    private static long frames(Recording recording, int samples) {
        Duration length = recording.length(recording.endedAt());
        long perFrame = samples * 1_000L;
        return (length.toMillis() * RATE + perFrame - 1) / perFrame;
    }
}
