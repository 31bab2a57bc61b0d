package dev.callautomation.simulator.recording;

import dev.callautomation.simulator.engine.recording.Recording;

/** The bytes of a recording, any part of which can be made without the others: nothing is kept. */
interface RecordedFile {

    /** In bytes. */
    long size();

    String contentType();

    /** Some bytes from {@code offset} on: at least one and at most {@code most}, all within the size. */
    byte[] read(long offset, int most);

    /** The file of a recording that is over. */
    static RecordedFile of(Recording recording) {
        return switch (recording.settings().format()) {
            case WAV -> new WavFile(recording);
            case MP3 -> FramedFile.mp3(recording);
            case MP4 -> FramedFile.mp4(recording);
        };
    }
}
