package dev.callautomation.simulator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SignedClient;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.scenario.MenuApplication;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands {@code test} and {@code run} with an application of their own. */
class ScenarioCommandsTest {

    private static final String KEY = "c2VjcmV0";

    private static final String GOOD = """
            name: A caller hears the menu
            eventGrid:
              - endpoint: "${application}/events"
            steps:
              - call: {from: "+14255550101", to: "+18005550100"}
              - expect: {heard: press one}
              - hangUp: {phone: "+14255550101"}
              - expect: {event: CallDisconnected}
            """;

    private static final String BAD = """
            name: A caller <hears> something else
            answerMillis: 3000
            eventGrid:
              - endpoint: "${application}/events"
            steps:
              - call: {from: "+14255550101", to: "+18005550100"}
              - expect: {heard: press two, withinMillis: 1000}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private MenuApplication application;
    private int port;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        application = new MenuApplication()
                .connect(SignedClient.of("endpoint=http://localhost:" + port + "/;accesskey=" + KEY));
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void testPlaysEachFileAndReports() throws Exception {
        Path xml = folder.resolve("reports/scenarios.xml");

        int code =
                run("test", file("a.yaml", GOOD), file("b.yaml", BAD), file("c.yaml", GOOD), "--junit-xml", xml + "");

        assertThat(out.toString())
                .contains("ok      A caller hears the menu (", "FAILED  A caller <hears> something else (")
                .endsWith("3 scenarios, 1 failed" + System.lineSeparator());
        assertThat(code).isEqualTo(1);
        Element suite = (Element) DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(xml.toFile())
                .getElementsByTagName("testsuite")
                .item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        Element failed = (Element) suite.getElementsByTagName("testcase").item(1);
        assertThat(failed.getAttribute("name")).isEqualTo("A caller <hears> something else");
        Element failure = (Element) failed.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message"))
                .isEqualTo("heard: expected \"press two\", but was \"Press one for sales\"");
        assertThat(failure.getTextContent()).contains("Timeline, with the first difference at >>");
        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(1);
    }

    @Test
    void testSucceedsWhenAllIsAsExpected() throws IOException {
        List<String> page = Files.readAllLines(Path.of("..", "..", "docs", "scenarios.adoc"));
        String command = page.stream()
                .filter(line -> line.startsWith("java -jar "))
                .findFirst()
                .orElseThrow();
        String[] arguments = command.replaceFirst("java -jar \\S+ ", "")
                .replace("menu.yaml", "src/test/resources/menu.yaml")
                .replace(" --application http://localhost:8080", "")
                .split(" ");

        assertThat(run(arguments)).isZero();
        assertThat(out.toString())
                .contains("Simulator ready: ")
                .endsWith("1 scenario, 0 failed" + System.lineSeparator());
    }

    @Test
    void testRefusesWrongFilesAndOptionsBeforeItBegins() throws IOException {
        String wrong = file("a.yaml", "steps:\n  - prss: {}\n");
        String empty = file("b.yaml", "phones: []\n");

        assertThat(run("test", wrong, empty)).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(wrong + ":2:5: 'prss' is not known in steps 1. Did you mean press?" + System.lineSeparator()
                        + empty + ":1:1: there are no steps to play" + System.lineSeparator());
        assertThat(out.toString()).isEmpty();
        assertThat(run("test")).isEqualTo(2);
        assertThat(run("test", file("c.yaml", GOOD), "--prot", "1")).isEqualTo(2);
        assertThat(run("test", file("d.yaml", "time: virtual\n" + GOOD), "--virtual-time=false"))
                .isEqualTo(2);
    }

    @Test
    void testPlaysOnASimulatorThatRuns() throws IOException {
        SimulatorOptions options =
                SimulatorOptions.defaults().withVirtualTime(true).withPort(port).withAccessKey(KEY);
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start(options)) {
            String uri = simulator.uri().toString();

            int code = run("test", file("a.yaml", GOOD), file("b.yaml", BAD), "--connect", uri);

            assertThat(err.toString()).isEmpty();
            assertThat(code).isEqualTo(1);
            assertThat(out.toString())
                    .startsWith("ok      A caller hears the menu (")
                    .contains("  >>       50 ms  +14255550101: hears \"Press one for sales\"");
            assertThat(simulator.calls()).hasSize(1);
        }
        assertThat(run("test", file("c.yaml", GOOD), "--connect", "http://localhost:" + port))
                .isEqualTo(2);
        assertThat(err.toString()).contains("There is no simulator at http://localhost:" + port + "/simulator/");
    }

    @Test
    void runPlaysWithoutFailing() throws IOException {
        int code = run("run", file("b.yaml", "time: virtual\n" + BAD), "--play-millis", "100");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("application -> service: answerCall", "  missed ", "expects a phone to hear \"press two\"");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--port", port + "", "--application", application.url() + "/", "--access-key", KEY));
        return Main.run(all.toArray(String[]::new), Map.of(), new PrintWriter(out), new PrintWriter(err));
    }

    private String file(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml).toString();
    }
}
