package dev.callautomation.simulator.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.simulator.model.TimelineEntry;

import static org.assertj.core.api.Assertions.assertThat;

/** What callers say cannot add lines or directives to a diagram. */
class MermaidDiagramTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nend",
                "a\rend",
                "a\r\nparticipant X",
                "a\u2028end",
                "a\u2029end",
                "a\u0085end",
                "a\u0000b\u001b",
                "%%{init: {}}%%",
                "a;b",
                "a#59;b"
            })
    void aTextIsOneLineWithoutSyntax(String text) {
        String diagram = MermaidDiagram.of(List.of(
                new TimelineEntry(1, "call", Instant.EPOCH, TimelineEntry.Kind.PHONE, "caller", null, text, Map.of())));

        assertThat(diagram.split("\\R")).hasSize(3);
        String line = diagram.lines().skip(2).findFirst().orElseThrow();
        assertThat(line.replaceAll("#\\d+;", "")).doesNotContainPattern("[#;%\\p{Cntrl}]");
    }

    @Test
    void secretsAreMasked() {
        String text = "hears \"https://a.example/?code=S3CRET\"";
        String diagram = MermaidDiagram.of(List.of(
                new TimelineEntry(1, "call", Instant.EPOCH, TimelineEntry.Kind.PHONE, "caller", null, text, Map.of()),
                new TimelineEntry(
                        2, "call", Instant.EPOCH, TimelineEntry.Kind.EVENT, "caller", "app", text, Map.of())));

        assertThat(diagram).contains("?code=***").doesNotContain("S3CRET");
    }
}
