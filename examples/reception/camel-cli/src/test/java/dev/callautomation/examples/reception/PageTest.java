package dev.callautomation.examples.reception;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;

/** The files and commands of docs/camel-cli.adoc, in the order of the page, on other ports. */
class PageTest {

    private static final Path ROUTES = Path.of("../../../reception.camel.yaml");
    private static final Path PAGE = Path.of("../../../../../docs/camel-cli.adoc");
    private static final Pattern BLOCK =
            Pattern.compile("^\\[source,(\\w+)]\n----\n(.*?)^----$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CURL =
            Pattern.compile("curl (?:-X (\\w+) )?http://localhost:8088/(\\S+)(?: -d '([^']+)')?");
    private static final Pattern KEY = Pattern.compile("accesskey=(\\S+)");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void aCallerIsTransferredByTheCommandsOfThePage() throws Exception {
        String properties = blocks("properties").get(0);
        Matcher key = KEY.matcher(properties);
        assertThat(key.find()).isTrue();
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start(
                SimulatorOptions.defaults().withAccessKey(key.group(1)).withPlay(Duration.ofSeconds(10)))) {
            int port = ReceptionScenario.freePort();
            Files.copy(ROUTES, folder.resolve("reception.camel.yaml"));
            Files.writeString(
                    folder.resolve("application.properties"),
                    properties
                            .replace("http://localhost:8088/", simulator.uri().toString())
                            .replace("localhost:8080", "localhost:" + port));
            try (CamelCli camel = CamelCli.start(folder, run(port))) {
                camel.printed("HTTP endpoints summary");
                runAll(simulator, port);
            }
        }
    }

    private List<String> run(int port) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(blocks("sh").stream()
                .filter(block -> block.startsWith("camel run "))
                .findFirst()
                .orElseThrow()
                .strip()
                .split(" ")));
        arguments.remove("camel");
        arguments.add("--port=" + port);
        arguments.add("--download=false");
        return arguments;
    }

    private void runAll(CallAutomationSimulator simulator, int port) throws Exception {
        int calls = 0;
        int transfers = 0;
        for (String command : blocks("sh").stream()
                .filter(block -> block.startsWith("curl "))
                .flatMap(String::lines)
                .toList()) {
            HttpResponse<String> response = http.send(request(command, simulator, port), BodyHandlers.ofString());
            assertThat(response.statusCode())
                    .as(command + " " + response.body())
                    .isBetween(200, 299);
            // a person sees what has happened before the next command
            if (command.contains(":call ")) {
                calls++;
                simulator.await().times(calls).request("recognize");
                simulator.phone("+14255550101").heard("For sales", calls);
            } else if (command.contains(":press ")) {
                transfers++;
                simulator.await().times(transfers).event("CallTransferAccepted");
            }
        }
        assertThat(transfers).isEqualTo(2);
        assertThat(simulator.requests())
                .filteredOn(request -> request.operation().equals("transferToParticipant"))
                .extracting(request -> request.text("targetParticipant/phoneNumber/value"))
                .containsExactly("+18005550142", "+18005550142", "+18005550199");
    }

    private static HttpRequest request(String command, CallAutomationSimulator simulator, int port) {
        Matcher curl = CURL.matcher(command);
        assertThat(curl.matches()).as(command).isTrue();
        String body = curl.group(3) == null ? "" : curl.group(3).replace("localhost:8080", "localhost:" + port);
        return HttpRequest.newBuilder(URI.create(simulator.uri() + curl.group(2)))
                .timeout(Duration.ofSeconds(30))
                .method(curl.group(1) == null ? "GET" : curl.group(1), BodyPublishers.ofString(body))
                .build();
    }

    private static List<String> blocks(String language) throws Exception {
        return BLOCK.matcher(Files.readString(PAGE))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map((MatchResult block) -> block.group(2))
                .toList();
    }
}
