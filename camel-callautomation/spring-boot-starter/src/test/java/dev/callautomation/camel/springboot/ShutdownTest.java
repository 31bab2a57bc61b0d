package dev.callautomation.camel.springboot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An application that is stopped by SIGTERM while the phones of agents ring: the calls go on to their end. */
class ShutdownTest {

    private static final int CALLS = 20;
    private static final String LOG = "target/test-logs/tests-0.log";
    private static final Duration BUSY_MACHINE = Duration.ofMinutes(3);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TOMCAT | '' | --spring.main.lazy-initialization=true",
                "UNDERTOW | /app | --spring.main.lazy-initialization=true --server.servlet.context-path=/app --management.server.port=0",
                "JETTY | '' | --spring.main.lazy-initialization=false"
            })
    void noCallIsLost(Container container, String contextPath, String properties, @TempDir Path folder)
            throws Exception {
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start()) {
            Process process = start(container, folder, simulator, properties.split(" "));
            try {
                String port = awaited(folder.resolve(ContactCenterProcess.PORT));
                simulator.subscribe(EventGridSubscription.to("http://localhost:" + port + contextPath
                        + TestApplication.PATH + "?code=" + TestApplication.SECRET));
                agents().forEach(agent -> simulator.phone(agent).behaviour(PhoneBehaviour.MANUAL));
                List<String> calls = IntStream.range(0, CALLS)
                        .mapToObj(call ->
                                simulator.phone("+1800777" + (2000 + call)).call("+18005550100"))
                        .toList();
                await().atMost(BUSY_MACHINE).until(() -> ringing(simulator) == CALLS);

                process.destroy();
                Path log = folder.resolve(LOG);
                await().atMost(BUSY_MACHINE)
                        .untilAsserted(() -> assertThat(log).content().contains("inflight and pending exchanges"));
                assertThat(log).content().contains("still " + CALLS + " inflight");
                agents().forEach(agent -> simulator.phone(agent).answer());

                assertThat(process.waitFor(BUSY_MACHINE.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
                assertThat(Files.readAllLines(folder.resolve(ContactCenterProcess.ENDED)))
                        .containsExactlyInAnyOrderElementsOf(calls);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static List<String> agents() {
        return IntStream.range(0, CALLS)
                .mapToObj(call -> "+1800555" + (2000 + call))
                .toList();
    }

    private static long ringing(CallAutomationSimulator simulator) {
        return simulator.calls().stream()
                .flatMap(call -> call.ringing().stream())
                .filter(phone -> agents().contains(phone.rawId().substring(2)))
                .count();
    }

    private static Process start(
            Container container, Path folder, CallAutomationSimulator simulator, String... properties)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-cp",
                System.getProperty("java.class.path"),
                ContactCenterProcess.class.getName(),
                container.name(),
                folder.toString(),
                "--camel.component.callautomation.connection-string=" + simulator.connectionString(),
                "--camel.component.callautomation.resource-id=" + simulator.resourceId(),
                "--camel.component.callautomation.callback-issuer=" + simulator.issuer(),
                "--camel.component.callautomation.event-grid-secret=" + TestApplication.SECRET,
                "--camel.component.callautomation.callback-uri=http://localhost:${local.server.port}",
                "--spring.main.banner-mode=off",
                "--logging.level.org.apache.camel.impl.engine.DefaultShutdownStrategy=INFO"));
        command.addAll(List.of(properties));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String awaited(Path file) throws IOException {
        await().atMost(BUSY_MACHINE).until(() -> Files.exists(file));
        return Files.readString(file);
    }
}
