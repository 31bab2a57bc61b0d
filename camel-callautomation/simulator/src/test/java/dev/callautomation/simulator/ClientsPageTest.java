package dev.callautomation.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.azure.communication.callautomation.CallAutomationClient;
import com.azure.communication.callautomation.CallAutomationClientBuilder;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What docs/simulator-clients.adoc shows and a build without Node.js, Python and .NET can check. */
class ClientsPageTest {

    private static final Pattern CURL =
            Pattern.compile("curl (?:-X (?<method>\\w+) )?http://localhost:8088(?<path>\\S+)(?: -d '(?<body>[^']*)')?");

    private final String page = read(Path.of("..", "..", "docs", "simulator-clients.adoc"));

    @Test
    void theControlCallsSucceed() throws Exception {
        List<String> commands = page.lines()
                .filter(line -> line.startsWith("curl ") && line.contains("http:"))
                .toList();
        assertThat(commands).hasSize(3);
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start()) {
            for (String command : commands) {
                Matcher curl = CURL.matcher(command);
                assertThat(curl.matches()).as(command).isTrue();
                String body = curl.group("body") == null ? "" : curl.group("body");
                URI uri = simulator.uri().resolve(curl.group("path"));
                HttpResponse<String> answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(uri)
                                        .method(
                                                curl.group("method") == null ? "GET" : curl.group("method"),
                                                HttpRequest.BodyPublishers.ofString(body))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(command).isEqualTo(200);
            }
        }
    }

    @Test
    void theClientOfJavaScriptIsTheOneOfItsScenarios() {
        String scenarios = read(Path.of("src", "test", "js", "support", "world.mjs"));

        for (String source : List.of(page, scenarios)) {
            assertThat(source)
                    .contains("import { CallAutomationClient } from \"@azure/communication-call-automation\";")
                    .containsPattern("new CallAutomationClient\\([\\w.#]+, \\{ allowInsecureConnection: true");
        }
        assertThat(page).contains("Version 1.6.0 on Node.js").contains("Version 1.0.4 by each build");
        assertThat(read(Path.of("src", "test", "js", "package.json")))
                .contains("\"@azure/communication-call-automation\": \"1.6.0\"");
    }

    @Test
    void theClientOfJavaIsBuiltAsShown() {
        SimulatorOptions options = SimulatorOptions.defaults().withTls(true);
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start(options)) {
            CallAutomationClientBuilder builder =
                    new CallAutomationClientBuilder().connectionString(simulator.connectionString());
            CallAutomationClient client =
                    builder.httpClient(new JdkHttpClientBuilder().build()).buildClient();

            assertThat(client.getCallConnection("any")).isNotNull();
        }
        assertThat(page).contains("new CallAutomationClientBuilder()", ".connectionString(", ".buildClient();");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
