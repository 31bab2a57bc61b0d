package dev.callautomation.camel.docs;

import java.io.IOException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The system property {@code docs.update=true} writes the tables instead of comparing them. */
class TablesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "component options",
                "path parameters",
                "endpoint options",
                "headers",
                "completing events",
                "subcodes"
            })
    void aTableOnThePageSaysWhatTheComponentSays(String name) throws IOException {
        String expected = Tables.all().get(name);
        if (Boolean.getBoolean("docs.update")) {
            Page.COMPONENT.replaceTable(name, expected);
        }
        assertThat(Page.COMPONENT.table(name))
                .as("the table of %s; run the test with -Ddocs.update=true to write it", name)
                .isEqualTo(expected);
    }
}
