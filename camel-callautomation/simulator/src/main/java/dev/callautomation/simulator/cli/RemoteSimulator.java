package dev.callautomation.simulator.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.callautomation.simulator.scenario.ScenarioReport;

/** A simulator that runs already, which plays scenarios by its control API. */
final class RemoteSimulator {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;

    RemoteSimulator(URI uri) {
        this.base = URI.create(uri.toString().replaceFirst("/(?:simulator/?)?$", "") + "/simulator/");
    }

    /** Forgets what was before and plays a file. */
    ScenarioReport play(Path file, Map<String, String> variables) {
        try {
            post("reset", Map.of());
            return ScenarioReport.of(post(
                    "scenarios:run",
                    Map.of(
                            "scenario", Files.readString(file),
                            "file", file.toString(),
                            "variables", variables)));
        } catch (IOException e) {
            throw new IllegalStateException("There is no simulator at " + base + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(base.resolve(path.contains(":") ? "./" + path : path))
                        .timeout(LONGEST)
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            String problem = JSON.readTree(response.body()).at("/error/message").asText();
            throw new IllegalStateException(problem.isEmpty() ? "status " + response.statusCode() : problem);
        }
        return JSON.readTree(response.body());
    }
}
