package dev.callautomation.examples.reception;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.apache.camel.main.KameletMain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Mistakes that docs/camel-cli.adoc lists: their messages begin as on the page. */
class MistakesTest {

    private static final Path ROUTES = Path.of("../../../reception.camel.yaml");
    private static final Path PAGE = Path.of("../../../../../docs/camel-cli.adoc");
    private static final String CONNECTION = "camel.component.callautomation.connectionString";

    private final KameletMain camel = new KameletMain("reception");
    private final Map<String, String> properties = new TreeMap<>(Map.of(
            CONNECTION,
            "endpoint=http://localhost:1/;accesskey=c2VjcmV0",
            "camel.component.callautomation.callbackUri",
            "http://localhost:1",
            "camel.component.callautomation.callbackAuthentication",
            "none",
            "reception.number",
            "+18005550100",
            "reception.sales",
            "+18005550142",
            "reception.support",
            "+18005550143",
            "reception.fallback",
            "+18005550199"));

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void aNumberIsMissing() throws Exception {
        properties.remove("reception.number");

        fails("", "", "Property with key [reception.number] not found");
    }

    @Test
    void theConnectionIsMissing() throws Exception {
        properties.remove(CONNECTION);

        fails("", "", "The connection to the service is not configured; set " + CONNECTION);
    }

    @Test
    void aPropertyOfTheComponentIsMisspelt() throws Exception {
        properties.put("camel.component.callautomation.calbackUri", "x");

        fails("", "", "Error binding property (camel.component.callautomation.calbackUri=x)");
    }

    @Test
    void anOptionIsMisspelt() throws Exception {
        fails("voice:", "voize:", "Unknown parameters=[{voize=en-US-NancyNeural}]");
    }

    @Test
    void anOperationIsMisspelt() throws Exception {
        fails("callautomation:answerCall", "callautomation:awnserCall", "Unknown operation 'awnserCall'");
    }

    private void fails(String text, String mistake, String message) throws Exception {
        assertThat(PAGE).content().contains("`" + message + "`");
        // the port of the HTTP server, which none of the tests gets as far as
        Files.writeString(
                Files.createDirectories(Path.of(".camel-jbang")).resolve("camel-jbang-run.properties"),
                "camel.server.port=" + ReceptionScenario.freePort() + System.lineSeparator());
        Path file = Files.writeString(
                Path.of("mistakes.camel.yaml"),
                text.isEmpty()
                        ? Files.readString(ROUTES)
                        : Files.readString(ROUTES).replace(text, mistake));
        camel.setDownload(false);
        camel.addInitialProperty("camel.main.routesIncludePattern", "file:" + file);
        properties.forEach(camel::addInitialProperty);

        assertThatThrownBy(camel::start)
                .satisfies(failure -> assertThat(messages(failure)).contains(message));
    }

    private static String messages(Throwable failure) {
        return failure == null ? "" : failure.getMessage() + System.lineSeparator() + messages(failure.getCause());
    }
}
