package dev.callautomation.camel.kamelets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each action is also a sink, for the end of a Pipe. {@code -Ddocs.update=true} writes the sinks anew. */
class SinksTest {

    private static final Path SOURCES = Path.of("src/main/resources/kamelets");
    private static final Pattern RESULT = Pattern.compile("The steps that follow receive [a-z ]+\\.");
    private static final Pattern OUT = Pattern.compile("    out:\n(?: {6,}.*\n)+");

    static List<KameletFile> actions() {
        return KameletFile.in(SOURCES).stream()
                .filter(file -> file.type().equals("action"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void aSinkDoesWhatTheActionDoes(KameletFile action) throws IOException {
        Path sink = SOURCES.resolve(sinkName(action) + ".kamelet.yaml");
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(sink, sink(action));
        }

        assertThat(sink).hasContent(sink(action));
    }

    @Test
    void thereIsNoSinkWithoutAnAction() {
        assertThat(KameletFile.in(SOURCES).stream()
                        .filter(file -> file.type().equals("sink"))
                        .map(KameletFile::name))
                .containsExactlyElementsOf(
                        actions().stream().map(SinksTest::sinkName).toList());
    }

    private static String sinkName(KameletFile action) {
        return action.name().replaceFirst("-action$", "-sink");
    }

    private static String sink(KameletFile action) {
        String text = action.text()
                .replace("name: " + action.name(), "name: " + sinkName(action))
                .replace("kamelet.type: \"action\"", "kamelet.type: \"sink\"")
                .replace(" Action\"\n", " Sink\"\n");
        return OUT.matcher(RESULT.matcher(text).replaceFirst("It ends a Pipe."))
                .replaceFirst("")
                .replace("  dataTypes:\n  dependencies:", "  dependencies:");
    }
}
