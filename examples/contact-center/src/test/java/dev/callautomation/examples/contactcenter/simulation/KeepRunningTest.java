package dev.callautomation.examples.contactcenter.simulation;

import java.io.IOException;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import dev.callautomation.examples.contactcenter.ContactCenterApplication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The application with {@code --keep-running}. */
@ExtendWith(OutputCaptureExtension.class)
class KeepRunningTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String SIMULATOR = "dev.callautomation.simulator.cli.Main";
    private static final String SCENARIO = "../support/src/main/resources/scenarios/contact-center/agent-declines.yaml";
    private static final Pattern COMMAND =
            Pattern.compile("curl (?:-X (?<method>\\w+) )?(?<uri>\\S+)(?: -H '[^']*' -d '(?<body>[^']*)')?");

    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        reader.shutdownNow();
    }

    @Test
    void thePrintedCommandsOperateThePhones(CapturedOutput output) throws Exception {
        Future<ConfigurableApplicationContext> application =
                reader.submit(() -> SpringApplication.run(ContactCenterApplication.class, "--keep-running"));
        await().atMost(DEADLINE).until(() -> output.getOut().contains("List all calls:"));

        assertThat(run(output, "Let the agent's phone ring").statusCode()).isEqualTo(200);
        assertThat(run(output, "Call the contact center").statusCode()).isLessThan(300);
        await().atMost(DEADLINE).until(() -> run(output, "Answer as the agent").statusCode() < 300);
        // besides that of the scenario, which is completed
        await().atMost(DEADLINE).until(() -> records(output, "CRM").contains("In Progress"));
        assertThat(run(output, "health").body())
                .contains("callautomation-callback", "callautomation-keys")
                .startsWith("{\"status\":\"UP\"");
        assertThat(run(output, "actuator/metrics").body())
                .contains("camel.callautomation.operations", "addParticipant");
        assertThat(run(output, "actuator/prometheus").body())
                .containsPattern("camel_callautomation_operations_seconds_count\\{[^}]*operation=\"transfer\"");
        assertThat(run(output, "actuator/camel").body()).contains("AddParticipantSucceeded", "/callautomation/events");
        assertThat(run(output, "Hang up as the caller").statusCode()).isLessThan(300);
        assertThat(run(output, "List all calls").body()).contains("agent-mary");
        assertThat(records(output, "Ticket system")).contains("INC0000001").doesNotContain("INC0000002");
        assertThat(playAgain(output)).contains("ok      Ben calls, the agent declines", "1 scenario, 0 failed");
        assertThat(records(output, "Ticket system")).contains("INC0000002");

        reader.shutdownNow();
        // the interruption ends the runner, and Spring Boot closes the application
        assertThatThrownBy(() -> application.get(DEADLINE.toSeconds(), TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(InterruptedException.class);
    }

    /** What a stub lists at the printed address. */
    private String records(CapturedOutput output, String system) throws IOException, InterruptedException {
        Matcher line = Pattern.compile(system + " +(http\\S+)").matcher(output.getOut());
        assertThat(line.find()).isTrue();
        return client.send(HttpRequest.newBuilder(URI.create(line.group(1))).build(), BodyHandlers.ofString())
                .body();
    }

    /** Runs the printed command of the simulator, with its classes in the place of its jar. */
    private String playAgain(CapturedOutput output) throws IOException, InterruptedException {
        Matcher line = Pattern.compile("java -jar \\S+ (test .*) FILE").matcher(output.getOut());
        assertThat(line.find()).isTrue();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SIMULATOR));
        command.addAll(List.of(line.group(1).split(" ")));
        command.add(SCENARIO);
        Path printed = folder.resolve("printed.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(printed);
    }

    /** The first command in the line that holds this text, or after it. */
    private HttpResponse<String> run(CapturedOutput output, String intention) throws IOException, InterruptedException {
        String text = output.getOut();
        Matcher command = COMMAND.matcher(text);
        assertThat(command.find(text.lastIndexOf('\n', text.indexOf(intention))))
                .as("a command after '%s'", intention)
                .isTrue();
        String method = command.group("method") == null ? "GET" : command.group("method");
        String body = command.group("body") == null ? "" : command.group("body");
        HttpRequest request = HttpRequest.newBuilder(URI.create(command.group("uri")))
                .timeout(DEADLINE)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
