package dev.callautomation.simulator.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SignedClient;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.junit.CallAutomationSimulatorExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What docs/scenarios.adoc shows is what happens. Its command for a shell is run by the tests of the commands. */
class ScenariosPageTest {

    @RegisterExtension
    static final CallAutomationSimulatorExtension SIMULATOR =
            new CallAutomationSimulatorExtension(SimulatorOptions.defaults().withVirtualTime(true));

    private static final Path FILE = Path.of("src/test/resources/menu.yaml");
    private static final Path THIS =
            Path.of("src/test/java/dev/callautomation/simulator/scenario/ScenariosPageTest.java");

    private final String page = read(Path.of("..", "..", "docs", "scenarios.adoc"));
    private MenuApplication application;

    @BeforeEach
    void start() throws IOException {
        application = new MenuApplication().connect(SignedClient.of(SIMULATOR.simulator()));
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void salesDecline(CallAutomationSimulator simulator) {
        simulator.run(Scenario.read(Path.of("src/test/resources/menu.yaml"), Map.of("application", application.url())));
    }

    @Test
    void theFileAndTheJavaAreThoseThatRunHere() {
        assertThat(blocks("source,yaml")).containsExactly(read(FILE));
        assertThat(blocks("source,java")).singleElement().satisfies(java -> assertThat(squeezed(read(THIS)))
                .contains(squeezed(java)));
    }

    @Test
    void aFailureIsReportedAsThePageSays(CallAutomationSimulator simulator) {
        String broken = read(FILE).replace("press one", "press two") + "answerMillis: 3000\n";
        Scenario scenario = Scenario.parse("menu.yaml", broken, Map.of("application", application.url()));

        ScenarioReport report = catchThrowableOfType(ScenarioFailure.class, () -> simulator.run(scenario))
                .report();

        String[] shown = block("\n----\n(FAILED.*?)\n----").split("\n\n");
        String[] actual = report.text()
                .replace(application.url(), "http://localhost:8080")
                .split("\\R\\R");
        assertThat(actual[0].lines()).containsExactlyElementsOf(shown[0].lines().toList());
        // the application may answer an event before or after it sends a request
        assertThat(actual[1].lines())
                .containsExactlyInAnyOrderElementsOf(shown[1].lines().toList())
                .containsSubsequence(
                        shown[1].lines().filter(line -> line.contains("hear")).toList());
    }

    @Test
    void aMistakeIsReportedAsThePageSays() {
        String[] shown = block("`(menu\\.yaml:\\d[^`]*)`").split(": ", 2);
        String misspelt = read(FILE).replace("- press:", "- prss:");

        Throwable mistake = catchThrowableOfType(
                IllegalArgumentException.class, () -> Scenario.parse("menu.yaml", misspelt, Map.of()));

        assertThat(mistake).hasMessage(shown[0] + ": " + shown[1]);
    }

    @Test
    void theRequestsOfThePageAreAnswered(CallAutomationSimulator simulator) throws Exception {
        List<String> commands =
                page.lines().filter(line -> line.startsWith("curl ")).toList();
        assertThat(commands).hasSize(2);

        Matcher run = Pattern.compile("curl -X POST http://localhost:8088(\\S+) -d '(.*)'")
                .matcher(commands.get(0));
        assertThat(run.matches()).isTrue();
        JsonNode report = new ObjectMapper().readTree(send(simulator, run.group(1), run.group(2)));
        String call = simulator.calls().get(0).callId();
        String recorded = send(
                simulator,
                commands.get(1).replace("curl http://localhost:8088", "").replace("CALL", call),
                null);

        assertThat(report.path("passed").asBoolean()).as(report.toString()).isTrue();
        assertThat(recorded).contains("- call:\n    from: \"+14255550101\"\n    to: \"+14255550102\"");
    }

    @Test
    void eachMemberIsExplained() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(SchemaCheck.schema());
        Set<String> names = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        for (String type : List.of("step", "expectation")) {
            schema.at("/$defs/" + type + "/properties").fieldNames().forEachRemaining(names::add);
        }
        names.remove("$schema");

        assertThat(names).allSatisfy(name -> assertThat(page).contains("`" + name));
    }

    private static String send(CallAutomationSimulator simulator, String path, String body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(simulator.uri().resolve(path).toString()));
        if (body != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private List<String> blocks(String kind) {
        List<String> blocks = new ArrayList<>();
        Matcher block = Pattern.compile("\\[" + kind + "]\n----\n(.*?)----", Pattern.DOTALL)
                .matcher(page);
        while (block.find()) {
            blocks.add(block.group(1));
        }
        return blocks;
    }

    private String block(String pattern) {
        Matcher block = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        assertThat(block.find()).as(pattern).isTrue();
        return block.group(1);
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
