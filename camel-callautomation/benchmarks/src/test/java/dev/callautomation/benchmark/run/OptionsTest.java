package dev.callautomation.benchmark.run;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.benchmark.load.EventMix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OptionsTest {

    @Test
    void noArgumentsAreTheDefaults() {
        Options options = Options.parse();
        assertThat(options.roads()).isEmpty();
        assertThat(options.rounds()).isEqualTo(5);
        assertThat(options.mix()).isEqualTo(EventMix.Kind.REALISTIC);
        assertThat(options.selects("any")).isTrue();
    }

    @Test
    void eachOptionIsRead() {
        Options options = Options.parse(
                ("--roads events,operations --contenders ours --rounds 7 --seconds 2 --warm-up 10 --requests 11"
                                + " --in-flight 4 --tokens 5 --mix play --events-per-post 3 --foreign 0.5"
                                + " --classes a:b --json out.json --jvm -Xmx1g")
                        .split(" "));
        assertThat(options.roads()).containsExactly("events", "operations");
        assertThat(options.contenders()).containsExactly("ours");
        assertThat(options.rounds()).isEqualTo(7);
        assertThat(options.seconds()).isEqualTo(2);
        assertThat(options.warmUp()).isEqualTo(10);
        assertThat(options.requests()).isEqualTo(11);
        assertThat(options.inFlight()).isEqualTo(4);
        assertThat(options.tokens()).isEqualTo(5);
        assertThat(options.mix()).isEqualTo(EventMix.Kind.PLAY);
        assertThat(options.eventsPerPost()).isEqualTo(3);
        assertThat(options.foreign()).isEqualTo(0.5);
        assertThat(options.classes()).isEqualTo("a:b");
        assertThat(options.json()).isEqualTo(Path.of("out.json"));
        assertThat(options.jvm()).containsExactly("-Xmx1g");
    }

    @Test
    void aContenderIsSelectedByAPartOfItsName() {
        Options options = Options.parse("--contenders", "bare,SDK");
        assertThat(options.selects("bare Vert.x")).isTrue();
        assertThat(options.selects("official Java SDK")).isTrue();
        assertThat(options.selects("ours")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rounds 0|The value of --rounds must be at least 1: 0",
                "--rounds many|The value of --rounds is not a number: many",
                "--rounds|The option --rounds has no value",
                "--foreign 2|The value of --foreign must be between 0 and 1: 2",
                "--mix none|Unknown mix none; there are realistic, callbacks, play",
                "--fast yes|Unknown option --fast"
            })
    void aWrongArgumentIsNamed(String arguments, String message) {
        assertThatThrownBy(() -> Options.parse(arguments.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
