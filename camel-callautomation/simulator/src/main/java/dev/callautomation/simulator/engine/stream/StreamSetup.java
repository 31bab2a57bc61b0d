package dev.callautomation.simulator.engine.stream;

import java.net.URI;

/** What an application asks to be streamed when it sets up a call. */
public sealed interface StreamSetup {

    StreamKind kind();

    /** Where to, {@code null} when the application did not say. */
    URI transportUrl();

    /** Whether it begins as soon as the call is connected. */
    boolean atOnce();

    /**
     * Sound.
     *
     * @param unmixed frames for each speaker, otherwise of all together
     * @param bidirectional the application may send sound back
     * @param rate samples in a second
     * @param tones tell of pressed keys
     */
    record Audio(URI transportUrl, boolean atOnce, boolean unmixed, boolean bidirectional, int rate, boolean tones)
            implements StreamSetup {

        @Override
        public StreamKind kind() {
            return StreamKind.AUDIO;
        }

        @Override
        public String toString() {
            return "Audio";
        }
    }

    /**
     * Speech in words.
     *
     * @param speechModel {@code null} for the service's own
     * @param intermediate tell what was understood so far, before a sentence is over
     */
    record Transcription(URI transportUrl, boolean atOnce, String locale, String speechModel, boolean intermediate)
            implements StreamSetup {

        @Override
        public StreamKind kind() {
            return StreamKind.TRANSCRIPTION;
        }

        /** The same in another language, or with another model; {@code null} leaves it as it was. */
        public Transcription in(String otherLocale, String otherModel) {
            return new Transcription(
                    transportUrl,
                    atOnce,
                    otherLocale == null ? locale : otherLocale,
                    otherModel == null ? speechModel : otherModel,
                    intermediate);
        }

        @Override
        public String toString() {
            return "Transcription[" + locale + "]";
        }
    }
}
