package dev.callautomation.examples.reception;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The packaged application in a process of its own, and what it logs. */
final class QuarkusApplication implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final String COMPONENT = "camel.component.callautomation.";
    static final Duration LIMIT = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Process process;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Thread reader = new Thread(this::read, "log of the application");

    private QuarkusApplication(int port, Process process) {
        this.port = port;
        this.process = process;
        reader.start();
    }

    /**
     * Starts the application, and does not wait until it is ready.
     *
     * @param properties override its own
     */
    static QuarkusApplication launch(ReceptionScenario scenario, Map<String, String> properties) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // short runs: the second compiler costs more than it saves
        command.add("-XX:TieredStopAtLevel=1");
        Map<String, String> settings = scenario.properties();
        Map<String, String> all = new TreeMap<>(Map.of(
                COMPONENT + "callbackIssuer",
                settings.get(COMPONENT + "callbackIssuer"),
                "quarkus.http.port",
                String.valueOf(scenario.port()),
                // with the mapped diagnostic context
                "quarkus.log.console.format",
                "%p (%t) [%c{1}] %X %s%e%n"));
        all.putAll(properties);
        all.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", JAR.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "ACS_CONNECTION_STRING", settings.get(COMPONENT + "connectionString"),
                        "ACS_RESOURCE_ID", settings.get(COMPONENT + "resourceId"),
                        "EVENT_GRID_SECRET", settings.get(COMPONENT + "eventGridSecret"),
                        "PUBLIC_URL", settings.get(COMPONENT + "callbackUri"),
                        "AI_ENDPOINT", settings.get(COMPONENT + "cognitiveServicesEndpoint")));
        return new QuarkusApplication(scenario.port(), builder.start());
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(line -> {
                log.add(line);
                System.out.println(line);
            });
        } catch (IOException e) {
            log.add(e.toString());
        }
    }

    List<String> log() {
        return log;
    }

    /** Waits until the HTTP server listens. */
    void awaitReady() {
        awaitLine("Listening on: ");
    }

    /** Requests its readiness. */
    HttpResponse<String> ready() throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + port + "/q/health/ready");
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    /** Waits for a line of the log, which must come before the application ends. */
    void awaitLine(String part) {
        await().atMost(LIMIT)
                .failFast("The application has ended", () -> !reader.isAlive() && !logged(part))
                .until(() -> logged(part));
    }

    private boolean logged(String part) {
        return log.stream().anyMatch(line -> line.contains(part));
    }

    /** Waits until the application has ended by itself, and returns its exit code. */
    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        reader.join();
        return process.exitValue();
    }

    /** Requests it to end, as a container engine does. */
    void terminate() {
        // the method of the process itself would close its output, too
        process.toHandle().destroy();
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }
}
