package dev.callautomation.simulator.engine.media;

import java.net.URI;

/** Something to be heard. */
public sealed interface PlaySource {

    /** Of one without its text. */
    int BYTES = 100;

    /** Of a character, unless all are of Latin-1. */
    long TEXT = 2;

    /** What it says to people; never a query of an address, which may hold a signature. */
    String label();

    /** About how many bytes of memory it takes. */
    long size();

    /** Whether it takes the speech service to make it audible. */
    boolean isSpoken();

    /** An audio file. */
    record File(URI uri) implements PlaySource {

        @Override
        public String label() {
            return uri.getScheme() + "://" + uri.getHost() + uri.getPath();
        }

        /** An address is kept as a whole and in parts. */
        @Override
        public long size() {
            return BYTES + 2 * TEXT * uri.toString().length();
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
        public long size() {
            return BYTES + TEXT * text.length();
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
        public long size() {
            return BYTES + TEXT * ssmlText.length();
        }

        @Override
        public boolean isSpoken() {
            return true;
        }
    }
}
