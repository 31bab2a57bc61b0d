package dev.callautomation.simulator.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.simulator.Fidelity;
import dev.callautomation.simulator.fault.EventNames;

import static org.assertj.core.api.Assertions.assertThat;

/** docs/fidelity.adoc has every operation and event of the simulator, and its tables are those of the data. */
class FidelityTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "fidelity.adoc");
    private static final Path ENGINE = Path.of("src", "main", "java", "dev", "callautomation", "simulator", "engine");

    private final Fidelity fidelity = Fidelity.load();

    @Test
    void everyOperationThatIsServedIsDescribed() {
        assertThat(fidelity.operations().keySet()).containsExactlyInAnyOrderElementsOf(Operations.names());
        assertThat(Operations.names()).containsAll(fidelity.testedWithJavaSdk());
    }

    @Test
    void everyEventIsDescribed() {
        assertThat(fidelity.events().keySet()).containsExactlyInAnyOrderElementsOf(EventNames.all());
    }

    @Test
    void eventsThatAreNeverSentAreThoseThatTheEngineDoesNotName() throws IOException {
        String engine = sources(ENGINE) + sources(ENGINE.resolveSibling("recording"));
        Set<String> never = EventNames.all().stream()
                .filter(name -> !engine.contains('"' + name + '"') && !engine.contains(partOf(name)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(fidelity.events().entrySet().stream()
                        .filter(event -> event.getValue().isNeverSent())
                        .map(event -> event.getKey()))
                .containsExactlyInAnyOrderElementsOf(never);
    }

    @Test
    void sourcesAreThoseThatAreNamed() {
        assertThat(fidelity.sources()).containsExactlyInAnyOrderElementsOf(fidelity.namedSources());
    }

    @ParameterizedTest
    @ValueSource(strings = {"operations", "events"})
    void theTablesOfThePageAreUpToDate(String name) throws IOException {
        String expected = name.equals("operations") ? fidelity.operationTable() : fidelity.eventTable();
        String begin = "// generated: " + name + "\n";
        String end = "// end: " + name + "\n";
        String page = Files.readString(PAGE);
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        if (Boolean.getBoolean("docs.update")) {
            page = page.substring(0, from) + expected + page.substring(to);
            Files.writeString(PAGE, page);
            to = page.indexOf(end);
        }

        assertThat(page.substring(from, to))
                .as("the table of %s; run the test with -Ddocs.update=true to write it", name)
                .isEqualTo(expected);
    }

    /** Events of streams are named by the kind of stream and what has happened to it. */
    private static String partOf(String name) {
        return '"' + name.replaceFirst("^(MediaStreaming|Transcription)", "") + '"';
    }

    private static String sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
