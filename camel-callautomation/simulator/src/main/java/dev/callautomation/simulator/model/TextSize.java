package dev.callautomation.simulator.model;

/** About how many bytes of memory texts take, for what is bounded by bytes. */
public final class TextSize {

    /** Shorter texts are taken for Latin-1 without a look at them. */
    private static final int SHORT = 64;

    private static final int LATIN_1 = 0xff;

    private TextSize() {}

    /** Of the characters, 0 for {@code null}. */
    public static long of(String text) {
        if (text == null) {
            return 0;
        }
        return text.length() <= SHORT || isLatin1(text) ? text.length() : 2L * text.length();
    }

    private static boolean isLatin1(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LATIN_1) {
                return false;
            }
        }
        return true;
    }
}
