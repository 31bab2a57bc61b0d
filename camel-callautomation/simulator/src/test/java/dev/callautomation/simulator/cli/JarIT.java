package dev.callautomation.simulator.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.simulator.Receiver;

import static org.assertj.core.api.Assertions.assertThat;

/** The runnable jar as a person starts it. */
class JarIT {

    @TempDir
    private Path directory;

    private final Receiver app = new Receiver();
    private RunningJar jar;

    @AfterEach
    void stop() {
        if (jar != null) {
            jar.close();
        }
        app.close();
    }

    @Test
    void itPrintsOneLineWithTheConnectionStringAndTheControlAddress() throws Exception {
        jar = RunningJar.start("--port", "0");

        String line = jar.readyLine();

        assertThat(line)
                .matches("Simulator ready: endpoint=http://localhost:\\d+/;accesskey=\\S+ resourceId: \\S+"
                        + " control: http://localhost:\\d+/simulator/");
        assertThat(get("phones")).isEmpty();
        assertThat(jar.stop()).containsExactly(line);
    }

    @Test
    void theAddressOfTheLastStartStaysValidAfterAnother() throws Exception {
        jar = RunningJar.start("--port", "0");
        String first = key(jar.readyLine());
        jar.close();
        jar = RunningJar.start("--port", "0");

        assertThat(key(jar.readyLine())).isEqualTo(first);
    }

    @Test
    void aScenarioSetsPhonesAndSubscriptions() throws Exception {
        Path scenario = Files.writeString(directory.resolve("scenario.yaml"), """
                phones:
                  - id: "+15550002222"
                    behaviour: decline
                    ringMillis: 50
                  - id: 8:acs:resource_agent
                    behaviour: manual
                eventGrid:
                  - endpoint: %s
                    schema: CloudEventSchemaV1_0
                    types: [IncomingCall]
                """.formatted(app.url("/scenario")));

        jar = RunningJar.start("--port", "0", "--scenario", scenario.toString(), "--event-grid", app.url("/option"));
        jar.readyLine();

        assertThat(get("phones").findValuesAsText("behaviour")).containsExactly("decline", "manual");
        assertThat(app.all()).extracting(Receiver.Received::path).containsExactly("/scenario", "/option");
    }

    @Test
    void itWaitsForAnApplicationThatIsNotUpYet() throws Exception {
        app.answering(r -> app.all().size() < 2 ? 503 : 200);

        jar = RunningJar.start("--port", "0", "--virtual-time", "--event-grid", app.url("/later?code=secret"));

        jar.awaitLine("Event Grid delivers to " + app.url("/later") + " now.");
        assertThat(get("eventgrid/subscriptions").findValuesAsText("state")).containsExactly("active");
        assertThat(jar.stop()).hasSize(3).noneMatch(line -> line.contains("secret"));
    }

    @Test
    void itServesHttpsAndWritesItsCertificate() throws Exception {
        Path certificate = directory.resolve("simulator.pem");

        jar = RunningJar.start("--port", "0", "--tls-certificate-out", certificate.toString());

        assertThat(jar.readyLine()).contains("endpoint=https://localhost:");
        jar.awaitLine("  Node.js  export NODE_EXTRA_CA_CERTS=" + certificate);
        assertThat(certificate).content().startsWith("-----BEGIN CERTIFICATE-----");
        HttpClient client = HttpClient.newBuilder()
                .sslContext(TrustedClient.only(certificate))
                .build();
        assertThat(client.send(
                                HttpRequest.newBuilder(jar.control().resolve("phones"))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        RunningJar.Ended ended = RunningJar.run("--version");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output()).matches("callautomation-simulator \\d+\\.\\d+\\.\\d+\\S* on Java \\S+\n");
    }

    @Test
    void aConfigurationFileSetsOptions() throws Exception {
        Path config = Files.writeString(
                directory.resolve("simulator.yaml"), "port: 0\naccessKey: c2VjcmV0\neventGrid: " + app.url("/grid"));
        Path wrong = Files.writeString(directory.resolve("wrong.yaml"), "virtualTime: true\nprot: 1\n");

        jar = RunningJar.start("--config", config.toString());

        assertThat(jar.readyLine()).contains("accesskey=c2VjcmV0");
        assertThat(app.all()).extracting(Receiver.Received::path).containsExactly("/grid");
        assertEnds(2, "wrong.yaml:2:1: prot is not known", "--config", wrong.toString());
    }

    @Test
    void helpTellsTheOptions() {
        RunningJar.Ended ended = RunningJar.run("--help");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output()).contains("--port", "--scenario", "--event-grid", "--virtual-time", "--tls");
    }

    @Test
    void mistakesAreExplained() throws Exception {
        Path unknown = Files.writeString(directory.resolve("a.yaml"), "phones:\n  - id: '+1555'\n    mood: bad\n");
        Path badBehaviour =
                Files.writeString(directory.resolve("b.yaml"), "phones:\n  - id: '+1555'\n    behaviour: sing\n");

        Path noYaml = Files.writeString(directory.resolve("c.yaml"), "phones: {");

        assertEnds(2, "Unknown option: '--prot'", "--prot");
        assertEnds(2, "'--port'", "--port", "many");
        assertEnds(2, "port must be between 0 and 65535", "--port", "99999");
        assertEnds(2, "accessKey must be base64", "--access-key", "***");
        assertEnds(2, "--event-grid: endpoint must be", "--port", "0", "--event-grid", "localhost");
        assertEnds(1, "The scenario file nowhere.yaml cannot be read", "--port", "0", "--scenario", "nowhere.yaml");
        assertEnds(1, "a.yaml:3:5: 'mood' is not known in phones 1", "--port", "0", "--scenario", unknown.toString());
        assertEnds(1, "c.yaml:1", "--port", "0", "--scenario", noYaml.toString());
        assertEnds(
                1, "b.yaml:3:5: behaviour must be one of answer", "--port", "0", "--scenario", badBehaviour.toString());
    }

    private static void assertEnds(int exitCode, String message, String... arguments) {
        RunningJar.Ended ended = RunningJar.run(arguments);

        assertThat(ended.errors()).contains(message).doesNotContain("Exception");
        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(ended.output()).isEmpty();
    }

    private JsonNode get(String path) throws Exception {
        URI uri = jar.control().resolve(path);
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .timeout(Duration.ofMinutes(1))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    private static String key(String line) {
        return line.replaceAll(".*accesskey=(\\S+).*", "$1");
    }
}
