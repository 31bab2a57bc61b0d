package dev.callautomation.camel.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A key of a phone. */
public enum Tone {
    zero('0'),
    one('1'),
    two('2'),
    three('3'),
    four('4'),
    five('5'),
    six('6'),
    seven('7'),
    eight('8'),
    nine('9'),
    a('A'),
    b('B'),
    c('C'),
    d('D'),
    pound('#'),
    asterisk('*');

    private final char symbol;

    Tone(char symbol) {
        this.symbol = symbol;
    }

    /** What is printed on the key: a digit, a letter from A to D, # or *. */
    public char symbol() {
        return symbol;
    }

    /**
     * Reads tones in either way of writing, which can be mixed: as they are dialled, {@code 1234#}, or by name with commas
     * between them, {@code one,two,pound}.
     *
     * @throws IllegalArgumentException if something in the text is no tone
     */
    public static List<Tone> parse(String text) {
        return Stream.of(text.split(","))
                .map(String::trim)
                .flatMap(part -> part.length() > 1 && isName(part.toLowerCase(Locale.ROOT))
                        ? Stream.of(valueOf(part.toLowerCase(Locale.ROOT)))
                        : part.chars().mapToObj(symbol -> of((char) symbol)))
                .toList();
    }

    private static boolean isName(String text) {
        return Stream.of(values()).anyMatch(tone -> tone.name().equals(text));
    }

    private static Tone of(char symbol) {
        return Stream.of(values())
                .filter(tone -> tone.symbol == Character.toUpperCase(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + symbol
                        + "' is no tone; tones are written 0 to 9, A to D, # and *, or by name: zero to nine, a to d,"
                        + " pound, asterisk"));
    }
}
