package dev.callautomation.simulator.timeline;

/** Masks secrets in what is shown elsewhere. */
public final class Masking {

    private Masking() {}

    /** The same text, JSON most of the time, with secrets replaced by {@code ***}. */
    public static String mask(String text) {
        return Secrets.mask(text);
    }
}
