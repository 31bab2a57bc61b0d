package dev.callautomation.camel.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.callautomation.camel.docs.Page.Snippet;
import dev.callautomation.camel.internal.operation.OperationCatalog;

import static org.assertj.core.api.Assertions.assertThat;

/** The lists of operations and events on the page about waiting are complete. */
class WaitingNamesTest {

    /** Consumer groups have names of the application. */
    private static final Pattern KAFKA_PARAMETER = Pattern.compile("[?&](?!groupId)(\\w+)=(\\w+)");

    private static final Pattern KAFKA_OPTION = Pattern.compile("camel\\.component\\.kafka\\.\\w+ = (#class:\\S+)?");
    private static final Pattern RELAY_OPTION = Pattern.compile("\\S+\\.relay\\w+ = [^{\\n]+");

    @Test
    void operationsWithoutAwaitCompletionAreListed() {
        String section = Page.WAITING.section("Completion events");
        String named = section.substring(section.indexOf("These operations do not support"), section.indexOf("\n=== "));
        assertThat(CompletionTable.actions()
                        .filter(operation -> named.contains("`" + operation + "`"))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(CompletionTable.actions()
                        .filter(operation -> !CompletionTable.awaitable().contains(operation))
                        .toList());
    }

    @Test
    void operationsThatCanBeCanceledAreListed() {
        String section = Page.WAITING.section("Cancel on timeout");
        assertThat(CompletionTable.actions().filter(operation -> section.contains("`" + operation + "`")))
                .containsExactlyInAnyOrderElementsOf(CompletionTable.actions()
                        .filter(operation -> OperationCatalog.find(operation).canceledBy() != null)
                        .toList());
    }

    @Test
    void eventsThatAreSentToAllNodesAreListed() {
        String section = Page.WAITING.section("Relay");
        assertThat(CompletionTable.events().filter(event -> section.contains("`" + event + "`")))
                .containsExactlyInAnyOrderElementsOf(CompletionTable.events()
                        .filter(OperationCatalog::completesByCorrelation)
                        .toList());
    }

    /** The component's tests have no broker. The example has one, and runs with what the page says. */
    @Test
    void theKafkaOptionsAreThoseOfTheExample() throws IOException {
        Path example = Page.ROOT.resolve("examples/scale-out/src/main/resources");
        String options = Files.readString(example.resolve("worker.properties"));
        String routes = Files.readString(example.resolve("camel/worker.camel.yaml"));
        String page = Page.allSnippets("properties")
                .map(Snippet::text)
                .filter(text -> text.contains("kafka"))
                .collect(Collectors.joining("\n"));
        assertThat(KAFKA_PARAMETER.matcher(page).results())
                .hasSizeGreaterThan(2)
                .allSatisfy(parameter -> assertThat(routes).contains(parameter.group(1) + ": " + parameter.group(2)));
        assertThat(KAFKA_OPTION.matcher(page).results()).hasSize(2).allSatisfy(option -> assertThat(options)
                .contains(option.group()));
        assertThat(RELAY_OPTION
                        .matcher(Page.WAITING.section("Topic of each node"))
                        .results())
                .hasSize(3)
                .allSatisfy(relay -> assertThat(options).contains(relay.group()));
    }
}
