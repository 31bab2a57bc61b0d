package dev.callautomation.camel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import ch.qos.logback.classic.Level;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

/** Camel Main logs the properties of components at the start: those of this one without secrets. */
class SecretPropertiesTest {

    private static final String LOGGER = "org.apache.camel.main.BaseMainSupport";
    private static final String PREFIX = "camel.component.callautomation.";
    private static final String MARKER = "marker-of-a-secret-0123456789";
    private static final String KEY = Base64.getEncoder().encodeToString("key-of-a-resource-01".getBytes(US_ASCII));

    private static final String CONNECTION =
            PREFIX + "connectionString = endpoint=https://contoso.example.com/;accesskey=" + KEY + "\n";

    @RegisterExtension
    final CapturedLog log = new CapturedLog();

    @TempDir
    Path folder;

    private final Main camel = new Main();

    @BeforeEach
    void logProperties() {
        CapturedLog.level(LOGGER, Level.INFO);
    }

    @AfterEach
    void stop() {
        camel.stop();
        CapturedLog.level(LOGGER, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"eventGridSecret", "callbackSecret", "contextHeadersKey", "eventgridsecret", "event-grid-secret"
            })
    void secretIsMasked(String option) throws IOException {
        start(PREFIX + option + " = " + MARKER);

        assertThat(log.lines())
                .anyMatch(line -> line.contains(PREFIX + option + " = xxxxxx")
                        || line.contains(PREFIX + "eventGridSecret = xxxxxx"))
                .noneMatch(line -> line.contains(MARKER))
                .noneMatch(line -> line.contains(KEY));
    }

    @Test
    void keywordsOfTheApplicationAreKept() throws IOException {
        start(
                "camel.main.additionalSensitiveKeywords = resourceId",
                PREFIX + "resourceId = " + MARKER,
                PREFIX + "eventGridSecret = " + MARKER);

        assertThat(log.lines())
                .anyMatch(line -> line.contains("resourceId = xxxxxx"))
                .noneMatch(line -> line.contains(MARKER));
    }

    private void start(String... lines) throws IOException {
        Path file = folder.resolve("application.properties");
        Files.writeString(file, CONNECTION + String.join("\n", lines));
        camel.setDefaultPropertyPlaceholderLocation("file:" + file);
        camel.start();
    }
}
