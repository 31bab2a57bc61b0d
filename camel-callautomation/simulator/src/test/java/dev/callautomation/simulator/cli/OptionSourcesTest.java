package dev.callautomation.simulator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Options on the command line, in environment variables and in a configuration file. */
class OptionSourcesTest {

    /** Three values of each option: for the file, the environment and the command line. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("--port", List.of("1", "2", "3")),
            Map.entry("--scenario", List.of("a.yaml", "b.yaml", "c.yaml")),
            Map.entry("--event-grid", List.of("http://a/?code=1,2", "http://b/", "http://c/")),
            Map.entry("--ring-millis", List.of("10", "20", "30")),
            Map.entry("--play-millis", List.of("11", "21", "31")),
            Map.entry("--virtual-time", List.of("true", "false", "true")),
            Map.entry("--recording-redirect", List.of("true", "false", "true")),
            Map.entry("--strict-api-version", List.of("true", "false", "true")),
            Map.entry("--tls", List.of("true", "false", "true")),
            Map.entry("--tls-certificate-out", List.of("a.pem", "b.pem", "c.pem")),
            Map.entry("--access-key", List.of("YQ==", "Yg==", "Yw==")),
            Map.entry(
                    "--resource-id",
                    List.of(
                            "00000000-0000-0000-0000-000000000001",
                            "00000000-0000-0000-0000-000000000002",
                            "00000000-0000-0000-0000-000000000003")),
            Map.entry("--issuer", List.of("http://a", "http://b", "http://c")),
            Map.entry("--allow-remote", List.of("true", "false", "true")),
            Map.entry("--allow-origin", List.of("http://a", "http://b", "http://c")),
            Map.entry("--active-calls", List.of("1", "2", "3")),
            Map.entry("--ended-calls", List.of("1", "2", "3")),
            Map.entry("--timeline-entries", List.of("1", "2", "3")),
            Map.entry("--timeline-megabytes", List.of("0", "1", "2")),
            Map.entry("--pending-deliveries", List.of("1", "2", "3")),
            Map.entry("--media-megabytes", List.of("1", "2", "3")));

    @TempDir
    private Path folder;

    static Stream<String> options() {
        return OptionSources.options().stream().map(OptionSpec::longestName);
    }

    @ParameterizedTest
    @MethodSource("options")
    void anOptionIsReadFromTheFileThenTheEnvironmentThenTheCommandLine(String name) throws IOException {
        List<String> values = VALUES.get(name);
        OptionSpec option =
                new CommandLine(new SimulatorCommand()).getCommandSpec().findOption(name);
        Path file = write(ConfigurationFile.name(option) + ": '" + values.get(0) + "'\n");
        Map<String, String> environment = new HashMap<>();

        boolean isFile = option.type() == Path.class;
        assertThat(value(name, environment, "--config", file.toString()))
                .isEqualTo(isFile ? folder.resolve(values.get(0)).toString() : values.get(0));

        environment.put(OptionSources.variable(option), values.get(1));
        assertThat(value(name, environment)).isEqualTo(values.get(1));
        assertThat(value(name, environment, "--config", file.toString())).isEqualTo(values.get(1));

        assertThat(value(name, environment, "--config", file.toString(), name + "=" + values.get(2)))
                .isEqualTo(values.get(2));
    }

    @Test
    void eachOptionHasValuesInThisTest() {
        assertThat(options()).containsExactlyInAnyOrderElementsOf(VALUES.keySet());
    }

    @Test
    void namesAreThoseOfTheOptionsInCamelCaseAndInCapitals() {
        OptionSpec option =
                new CommandLine(new SimulatorCommand()).getCommandSpec().findOption("--tls-certificate-out");

        assertThat(ConfigurationFile.name(option)).isEqualTo("tlsCertificateOut");
        assertThat(OptionSources.variable(option)).isEqualTo("CALLAUTOMATION_SIMULATOR_TLS_CERTIFICATE_OUT");
    }

    @Test
    void valuesOfYamlMayBeNumbersFlagsAndListsAndEmpty() throws IOException {
        Path file = write("""
                # a comment
                port: 0
                virtualTime: true
                issuer:
                eventGrid:
                  - http://a/
                  - http://b/
                """);

        assertThat(OptionSources.complete(new String[] {"--config=" + file}, Map.of()))
                .containsExactly(
                        "--port=0",
                        "--virtual-time=true",
                        "--event-grid=http://a/",
                        "--event-grid=http://b/",
                        "--config=" + file);
    }

    @Test
    void aVariableHoldsSeveralValuesWithBlanksBetweenThem() {
        assertThat(OptionSources.complete(
                        new String[0], Map.of("CALLAUTOMATION_SIMULATOR_EVENT_GRID", " http://a/?b=1,2  http://c/ ")))
                .containsExactly("--event-grid=http://a/?b=1,2", "--event-grid=http://c/");
    }

    @Test
    void aFlagOfTheCommandLineIsOnWhateverIsSetElsewhere() {
        Map<String, String> on = Map.of("CALLAUTOMATION_SIMULATOR_TLS", "true");
        Map<String, String> off = Map.of("CALLAUTOMATION_SIMULATOR_TLS", "false");

        assertThat(value("--tls", on, "--tls")).isEqualTo("true");
        assertThat(value("--tls", off, "--tls")).isEqualTo("true");
        assertThat(value("--tls", on, "--tls=false")).isEqualTo("false");
        assertThat(value("--tls", Map.of(), "--tls", "--port", "0")).isEqualTo("true");
        assertThat(value("--tls", Map.of())).isEqualTo("false");
    }

    @Test
    void theFileMayBeNamedByAVariable() throws IOException {
        Path file = write("port: 7\n");

        assertThat(value("--port", Map.of("CALLAUTOMATION_SIMULATOR_CONFIG", file.toString())))
                .isEqualTo("7");
    }

    @Test
    void emptyVariablesAndTheOnesOfKubernetesAreLeftOut() {
        Map<String, String> environment = Map.of(
                "CALLAUTOMATION_SIMULATOR_PORT", "tcp://10.0.0.1:8088",
                "CALLAUTOMATION_SIMULATOR_PORT_8088_TCP", "tcp://10.0.0.1:8088",
                "CALLAUTOMATION_SIMULATOR_SERVICE_HOST", "10.0.0.1",
                "CALLAUTOMATION_SIMULATOR_RING_MILLIS", "",
                "CALLAUTOMATION_SIMULATOR_PROT", "1",
                "PORT", "2");

        assertThat(OptionSources.complete(new String[0], environment)).isEmpty();
        assertThat(OptionSources.unknown(environment)).containsExactly("CALLAUTOMATION_SIMULATOR_PROT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            port: 8088\\nprot: 1              | :2:1: prot is not known, only [accessKey, activeCalls, allowOrigin
            port: many                        | :1:7: Invalid value for port: 'many'
            port: 1\\nport: 2                 | :2:
            port: [1, 2]                      | :1:7: port must be a single value
            tls: perhaps                      | :1:6: Invalid value for tls: 'perhaps'
            \\nport: 99999                    | :2:7: port must be between 0 and 65535
            accessKey: 'a*'                   | :1:12: accessKey must be base64
            ringMillis: -1                    | :1:13: Invalid value for ringMillis: it must not be negative
            endedCalls: 0                     | :1:13: endedCalls must be at least 1, not 0
            allowOrigin: ['*']                | :1:15: An allowed origin must be
            eventGrid: {a: b}                 | :1:12: eventGrid must be a single value or a list of them
            eventGrid: [http://a/, 'http://a/?code=sec ret'] | :1:24: eventGrid: endpoint is not a URI
            - port                            | :1:1: names of options
            eventGrid: [a                     | expected ',' or ']'
            port: {                           | :1:7: port must be a single value
            config: b.yaml                    | config is not known
            port: 1\\n---\\nport: 2           | there must be one document only
            """)
    void aMistakeInTheFileIsFound(String yaml, String message) throws IOException {
        Path file = write(yaml.replace("\\n", "\n"));

        assertThatThrownBy(() -> OptionSources.complete(new String[] {"--config", file.toString()}, Map.of()))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message)
                .hasMessageNotContaining("sec ret");
    }

    @Test
    void theFileOfTheDocumentationIsRead() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "simulator.adoc"));
        int begin = page.indexOf("port: 8090\nvirtualTime");
        Path file = write(page.substring(begin, page.indexOf("----", begin)));

        assertThat(OptionSources.complete(new String[] {"--config=" + file}, Map.of()))
                .containsExactly(
                        "--port=8090",
                        "--virtual-time=true",
                        "--ring-millis=500",
                        "--event-grid=http://localhost:8080/callautomation/events",
                        "--allow-origin=http://localhost:3000",
                        "--config=" + file);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> OptionSources.complete(new String[] {"--config", "nowhere.yaml"}, Map.of()))
                .hasMessageContaining("nowhere.yaml cannot be read");
    }

    @Test
    void aMistakeInAVariableIsFound() {
        assertThatThrownBy(() ->
                        OptionSources.complete(new String[0], Map.of("CALLAUTOMATION_SIMULATOR_RING_MILLIS", "soon")))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("CALLAUTOMATION_SIMULATOR_RING_MILLIS: Invalid value for option '--ring-millis'");
    }

    @Test
    void aNegativeTimeIsNamed() {
        SimulatorCommand command = new SimulatorCommand();
        new CommandLine(command).parseArgs("--ring-millis=-5");

        assertThatThrownBy(command::check)
                .isInstanceOf(ParameterException.class)
                .hasMessage("Invalid value for option '--ring-millis': it must not be negative");
    }

    @Test
    void helpIsShownWhateverIsSetElsewhere() {
        assertThat(OptionSources.complete(new String[] {"--help"}, Map.of("CALLAUTOMATION_SIMULATOR_PORT", "many")))
                .containsExactly("--help");
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("config.yaml"), yaml);
    }

    private static String value(String name, Map<String, String> environment, String... arguments) {
        Object value = new CommandLine(new SimulatorCommand())
                .parseArgs(OptionSources.complete(arguments, environment))
                .commandSpec()
                .findOption(name)
                .getValue();
        return value instanceof List<?> list ? String.valueOf(list.get(0)) : String.valueOf(value);
    }
}
