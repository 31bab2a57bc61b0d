package dev.callautomation.simulator.engine.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A key of a telephone, by the names of the service's Tone. */
public enum Tone {
    ZERO('0'),
    ONE('1'),
    TWO('2'),
    THREE('3'),
    FOUR('4'),
    FIVE('5'),
    SIX('6'),
    SEVEN('7'),
    EIGHT('8'),
    NINE('9'),
    A('A'),
    B('B'),
    C('C'),
    D('D'),
    POUND('#'),
    ASTERISK('*');

    private final char key;

    Tone(char key) {
        this.key = key;
    }

    /** The name used in JSON, for example {@code pound}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is printed on the key: {@code 0} to {@code 9}, {@code A} to {@code D}, {@code #} or {@code *}. */
    public char key() {
        return key;
    }

    /** Finds a tone by its {@link #wireName()}, ignoring case. */
    public static Optional<Tone> find(String name) {
        return Arrays.stream(values())
                .filter(tone -> tone.wireName().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * Reads what people write: a tone's name, or keys such as {@code 1#}.
     *
     * @throws IllegalArgumentException saying which keys there are
     */
    public static List<Tone> sequence(String nameOrKeys) {
        return find(nameOrKeys).map(List::of).orElseGet(() -> keys(nameOrKeys));
    }

    /** Keys in one word, for people: {@code 12#}. */
    public static String keys(List<Tone> tones) {
        return tones.stream().map(tone -> String.valueOf(tone.key)).collect(Collectors.joining());
    }

    private static List<Tone> keys(String text) {
        List<Tone> tones = new ArrayList<>();
        for (char pressed : text.toUpperCase(Locale.ROOT).toCharArray()) {
            tones.add(Arrays.stream(values())
                    .filter(tone -> tone.key == pressed)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("'" + text
                            + "' is not a key: give keys such as 1# or names such as one, pound and asterisk.")));
        }
        return tones;
    }
}
