package dev.callautomation.simulator.engine.media;

import java.net.URI;

/** Something to be heard. */
public sealed interface PlaySource {

    /** What it says to people; never a query of an address, which may hold a signature. */
    String label();

    /** Whether it takes the speech service to make it audible. */
    boolean isSpoken();

    /** An audio file. */
    record File(URI uri) implements PlaySource {

        @Override
        public String label() {
            return uri.getScheme() + "://" + uri.getHost() + uri.getPath();
        }

        @Override
        public boolean isSpoken() {
            return false;
        }

        @Override
        public String toString() {
            return "File[" + label() + "]";
        }
    }

    /** Text to be read aloud. */
    record Text(String text) implements PlaySource {

        @Override
        public String label() {
            return text;
        }

        @Override
        public boolean isSpoken() {
            return true;
        }
    }

    /** Text with mark-up for the voice. */
    record Ssml(String ssmlText) implements PlaySource {

        /** The text without its mark-up. */
        @Override
        public String label() {
            return ssmlText.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").trim();
        }

        @Override
        public boolean isSpoken() {
            return true;
        }
    }
}
