package dev.callautomation.camel.docs;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.apache.camel.main.Main;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.docs.Page.Snippet;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.junit.CallAutomationSimulatorExtension;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.EventGridSubscription;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files that pages show are those of {@code com.example} among the tests of this module and of the module test, where
 * the application's own test runs them. The system property {@code docs.update=true} writes them to the pages.
 */
@ExtendWith(CallAutomationSimulatorExtension.class)
class GettingStartedTest {

    private static final List<Path> TESTS = List.of(Path.of("src/test"), Path.of("../test/src/test"));

    static Stream<Snippet> files() {
        return Stream.of(Page.GETTING_STARTED, Page.TROUBLESHOOTING)
                .flatMap(page -> page.snippets().stream())
                .filter(snippet -> snippet.title() != null && snippet.title().startsWith("src/"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileOnAPageIsTheOneThatRuns(Snippet snippet) throws IOException {
        String name = snippet.title()
                .replaceFirst("src/(main|test)/", "")
                // camel-main would load it there in every test
                .replace("resources/camel/", "resources/getting-started/");
        String file = Files.readString(TESTS.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow());
        if (Boolean.getBoolean("docs.update")) {
            snippet.page().replaceFile(snippet.title(), file);
            return;
        }
        assertThat(snippet.text() + "\n").isEqualTo(file);
    }

    @Test
    void allFilesAreOnPages() {
        assertThat(files().map(Snippet::title))
                .containsExactly(
                        "src/main/java/com/example/ReceptionRoutes.java",
                        "src/main/java/com/example/Application.java",
                        "src/main/resources/application.properties",
                        "src/test/java/com/example/ReceptionTest.java",
                        "src/main/resources/camel/reception.yaml",
                        "src/main/java/com/example/HotlineRoute.java",
                        "src/test/java/com/example/HotlineRouteTest.java",
                        "src/main/java/com/example/AgentRoute.java",
                        "src/test/java/com/example/AgentRouteTest.java");
    }

    @Test
    void theRoutesInYamlAnswerACallToo(CallAutomationSimulator simulator) throws Exception {
        int port = freePort();
        Main main = new Main();
        main.addOverrideProperty("camel.main.routesIncludePattern", "classpath:getting-started/*.yaml");
        main.addOverrideProperty("camel.server.port", String.valueOf(port));
        main.addOverrideProperty("camel.component.callautomation.connectionString", simulator.connectionString());
        main.addOverrideProperty("camel.component.callautomation.callbackUri", "http://localhost:" + port);
        main.addOverrideProperty("camel.component.callautomation.resourceId", simulator.resourceId());
        main.addOverrideProperty(
                "camel.component.callautomation.callbackIssuer",
                simulator.issuer().toString());
        main.addOverrideProperty("camel.component.callautomation.eventGridSecret", Telephony.SECRET);
        main.start();
        try {
            assertThat(main.getCamelContext().getRoutes()).hasSize(2);
            simulator.subscribe(EventGridSubscription.to(
                    "http://localhost:" + port + "/callautomation/events?code=" + Telephony.SECRET));
            String call = simulator.phone("+14255550123").call("+18005550100");
            Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                            simulator.call(call).orElseThrow().state())
                    .isEqualTo(CallState.CONNECTED));
        } finally {
            main.stop();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
