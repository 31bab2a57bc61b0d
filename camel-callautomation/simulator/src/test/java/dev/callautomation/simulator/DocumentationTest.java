package dev.callautomation.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.junit.CallAutomationSimulatorExtension;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.TokenFlaw;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples of docs/simulator.adoc are true. */
class DocumentationTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "simulator.adoc");
    private static final Path THIS =
            Path.of("src", "test", "java", "dev", "callautomation", "simulator", "DocumentationTest.java");
    private static final Pattern CURL =
            Pattern.compile("curl (?:-X (?<method>\\w+) )?http://localhost:8088(?<path>\\S+)(?: -d '(?<body>[^']*)')?");

    @Test
    void everyControlCallOfThePageSucceedsInTheOrderOfThePage() throws Exception {
        SimulatorOptions options = SimulatorOptions.defaults().withVirtualTime(true);
        try (Receiver app = new Receiver();
                CallAutomationSimulator simulator = CallAutomationSimulator.start(options)) {
            List<String> commands = Files.readAllLines(PAGE).stream()
                    .filter(line -> line.startsWith("curl "))
                    .toList();
            assertThat(commands).hasSizeGreaterThan(10);
            String lastCall = "";
            String lastSubscription = "";
            String lastNumber = "";
            for (String command : commands) {
                Matcher curl = CURL.matcher(command);
                assertThat(curl.matches()).as(command).isTrue();
                String body = curl.group("body") == null ? "" : curl.group("body");
                HttpResponse<String> response = send(
                        simulator
                                .uri()
                                .resolve(curl.group("path")
                                        .replace("CALL", lastCall)
                                        .replace("SUBSCRIPTION", lastSubscription)
                                        .replace("NUMBER", lastNumber)),
                        curl.group("method") == null ? "GET" : curl.group("method"),
                        body.replace("http://localhost:8080/callautomation/events", app.url("/events")));
                if (curl.group("path").startsWith("/simulator")) {
                    ControlContract.check(
                            response.request().method(),
                            response.uri().getRawPath(),
                            response.statusCode(),
                            response.headers().firstValue("Content-Type").orElse(""),
                            response.body().getBytes(StandardCharsets.UTF_8));
                }
                assertThat(response.statusCode())
                        .as(command + " " + response.body())
                        .isBetween(200, 204);
                Matcher callId = Pattern.compile("\"callId\":\"([^\"]+)\"").matcher(response.body());
                Matcher subscriptionId = Pattern.compile("\\{\"id\":\"(\\d+)\"").matcher(response.body());
                lastSubscription = subscriptionId.find() ? subscriptionId.group(1) : lastSubscription;
                Matcher number = Pattern.compile("\\{\"number\":(\\d+)").matcher(response.body());
                lastNumber = number.find() ? number.group(1) : lastNumber;
                lastCall = command.contains(":call ") && callId.find() ? callId.group(1) : lastCall;
            }
        }
    }

    @Test
    void theJavaOfThePageIsTheJavaThatIsTestedHere() throws IOException {
        String tested = squeezed(Files.readString(THIS));

        List<String> examples = javaExamples();
        assertThat(examples).hasSize(4);
        examples.forEach(example -> assertThat(tested).contains(squeezed(example)));
    }

    @Test
    void inAnApplication() {
        List<String> lines = new ArrayList<>();
        Consumer<String> console = lines::add;
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start()) {
            configure(simulator.connectionString());
            simulator.onTimeline(entry -> console.accept(entry.description()));
            simulator.phone("8:acs:resource_agent").behaviour(PhoneBehaviour.DECLINE);
            simulator.phone("+15550001111").call("+18005550100");
        }
        assertThat(lines).startsWith("+15550001111 -> +18005550100: rings");
    }

    @Test
    void faults() {
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start()) {
            String call = simulator.phone("+15550001111").call("+18005550100");
            simulator.setFaults(
                    Fault.onOperation("addParticipant")
                            .status(429)
                            .retryAfterSeconds(1)
                            .times(2),
                    Fault.onEvent("CallConnected").duplicate(2).reorder(),
                    Fault.onEvent("ParticipantsUpdated")
                            .token(TokenFlaw.EXPIRED)
                            .inCall(call),
                    Fault.onEvent("*").drop().withChance(0.01, 42));

            assertThat(simulator.faultCounts()).hasSize(4).allSatisfy(count -> assertThat(count.injected())
                    .isZero());
        }
    }

    private static void configure(String connectionString) {
        assertThat(connectionString).startsWith("endpoint=http://localhost:");
    }

    private static List<String> javaExamples() throws IOException {
        List<String> examples = new ArrayList<>();
        Matcher block = Pattern.compile("\\[source,java\\]\n----\n(.*?)\n----", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        while (block.find()) {
            examples.add(block.group(1));
        }
        return examples;
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static HttpResponse<String> send(URI uri, String method, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .timeout(Duration.ofMinutes(1))
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}

@ExtendWith(CallAutomationSimulatorExtension.class)
class SupportLineTest {

    @Test
    void aCallerRings(CallAutomationSimulator simulator) {
        String call = simulator.phone("+15550001111").call("+18005550100");

        assertThat(simulator.call(call)).isPresent();
    }
}

class VirtualTimeTest {

    @RegisterExtension
    static final CallAutomationSimulatorExtension SIMULATOR =
            new CallAutomationSimulatorExtension(SimulatorOptions.defaults().withVirtualTime(true));

    @Test
    void anUnansweredCallerGivesUpWithoutAnybodyWaiting() {
        CallAutomationSimulator simulator = SIMULATOR.simulator();
        String call = simulator.phone("+15550001111").call("+18005550100");

        simulator.advance(Duration.ofSeconds(30));

        assertThat(simulator.call(call).orElseThrow().state()).isEqualTo(CallState.DISCONNECTED);
    }
}
