package dev.callautomation.benchmark.event;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is measured is what the page tells users. */
class ConscryptOptionsTest {

    @Test
    void theSecurityPropertiesAreThoseOfThePage() throws Exception {
        String option = ConscryptOptions.create().get(0);
        Path file = Path.of(option.substring(option.indexOf('=') + 1));
        assertThat(Path.of("../../docs/security.adoc"))
                .content()
                .contains("----\n" + Files.readString(file) + "----\n");
    }
}
