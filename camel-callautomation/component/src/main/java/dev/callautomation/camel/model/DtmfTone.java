package dev.callautomation.camel.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A DTMF tone. */
public enum DtmfTone {
    @JsonProperty("zero")
    ZERO('0'),
    @JsonProperty("one")
    ONE('1'),
    @JsonProperty("two")
    TWO('2'),
    @JsonProperty("three")
    THREE('3'),
    @JsonProperty("four")
    FOUR('4'),
    @JsonProperty("five")
    FIVE('5'),
    @JsonProperty("six")
    SIX('6'),
    @JsonProperty("seven")
    SEVEN('7'),
    @JsonProperty("eight")
    EIGHT('8'),
    @JsonProperty("nine")
    NINE('9'),
    @JsonProperty("a")
    A('A'),
    @JsonProperty("b")
    B('B'),
    @JsonProperty("c")
    C('C'),
    @JsonProperty("d")
    D('D'),
    @JsonProperty("pound")
    POUND('#'),
    @JsonProperty("asterisk")
    ASTERISK('*');

    private final char symbol;

    DtmfTone(char symbol) {
        this.symbol = symbol;
    }

    /** The character on the key of a phone: a digit, a letter from A to D, # or *. */
    public char symbol() {
        return symbol;
    }

    /**
     * Reads tones in either format, which can be mixed: as they are dialed, {@code 1234#}, or by name with commas
     * between them, {@code one,two,pound}.
     *
     * @throws IllegalArgumentException if a part of the text is not a tone
     */
    public static List<DtmfTone> parse(String text) {
        return Stream.of(text.split(","))
                .map(String::trim)
                .flatMap(part ->
                        named(part).map(Stream::of).orElseGet(() -> part.chars().mapToObj(symbol -> of((char) symbol))))
                .toList();
    }

    private static Optional<DtmfTone> named(String name) {
        return Stream.of(values())
                .filter(tone -> name.length() > 1
                        && tone.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static DtmfTone of(char symbol) {
        return Stream.of(values())
                .filter(tone -> tone.symbol == Character.toUpperCase(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + symbol
                        + "' is not a tone; tones are written 0 to 9, A to D, # and *, or by name: zero to nine, a to d,"
                        + " pound, asterisk"));
    }
}
