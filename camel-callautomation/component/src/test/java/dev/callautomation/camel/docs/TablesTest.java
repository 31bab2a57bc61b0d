package dev.callautomation.camel.docs;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The system property {@code docs.update=true} writes the tables instead of comparing them. */
class TablesTest {

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of(Page.COMPONENT, "component options"),
                Arguments.of(Page.COMPONENT, "path parameters"),
                Arguments.of(Page.COMPONENT, "endpoint options"),
                Arguments.of(Page.COMPONENT, "enum options"),
                Arguments.of(Page.COMPONENT, "headers"),
                Arguments.of(Page.WAITING, "completion timeouts"),
                Arguments.of(Page.WAITING, "completing events"),
                Arguments.of(Page.TROUBLESHOOTING, "subcodes"),
                Arguments.of(Page.OBSERVABILITY, "meters"),
                Arguments.of(Page.OBSERVABILITY, "jmx"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aGeneratedTableIsUpToDate(Page page, String name) throws Exception {
        String expected = Tables.all().get(name).call();
        if (Boolean.getBoolean("docs.update")) {
            page.replaceTable(name, expected);
        }
        assertThat(page.table(name))
                .as("the table of %s; run the test with -Ddocs.update=true to write it", name)
                .isEqualTo(expected);
    }

    @Test
    void everyGeneratedTableIsOnAPage() {
        assertThat(tables().map(table -> table.get()[1]))
                .containsExactlyInAnyOrderElementsOf(Tables.all().keySet());
    }
}
