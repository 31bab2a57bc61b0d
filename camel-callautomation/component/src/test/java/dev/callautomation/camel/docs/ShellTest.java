package dev.callautomation.camel.docs;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.camel.docs.Page.Snippet;
import dev.callautomation.simulator.model.CallState;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands on the pages name modules, files, flags and addresses that exist. */
class ShellTest {

    private static final Pattern MODULES = Pattern.compile("-pl (\\S+)");
    private static final Pattern JAR = Pattern.compile("java -jar (\\S+)/target/(\\S+)\\.jar(.*)");
    private static final Pattern FLAG = Pattern.compile("--[a-z-]+");
    private static final Pattern CURL =
            Pattern.compile("curl (?:-X (\\w+) )?http://localhost:8088/(\\S+)(?: -H '([^:]+): ([^']+)' -d '([^']+)')?");

    private static Stream<MatchResult> matches(Pattern pattern) {
        return Page.allSnippets("sh")
                .flatMap(snippet -> pattern.matcher(snippet.text()).results());
    }

    @Test
    void theReadmeOpensWithTheTwoCommandsThatMatter() {
        List<String> commands =
                Page.README.snippets("sh").stream().map(Snippet::text).toList();
        assertThat(commands.get(0))
                .isEqualTo("mvn -B -ntp -q -DskipTests package -pl examples/contact-center -am"
                        + " && java -jar examples/contact-center/target/contact-center.jar");
        assertThat(commands.get(1)).isEqualTo("mvn -B -ntp verify");
    }

    @Test
    void modulesExist() {
        assertThat(matches(MODULES)).isNotEmpty().allSatisfy(match -> assertThat(
                        Page.ROOT.resolve(match.group(1)).resolve("pom.xml"))
                .exists());
    }

    @Test
    void runnableJarsAreBuiltUnderTheirNames() {
        assertThat(matches(JAR)).isNotEmpty().allSatisfy(match -> assertThat(
                        Page.ROOT.resolve(match.group(1)).resolve("pom.xml"))
                .content()
                .contains(match.group(2)));
    }

    @Test
    void theSimulatorHasTheFlags() {
        Path commandLine = Page.ROOT.resolve(
                "camel-callautomation/simulator/src/main/java/dev/callautomation/simulator/cli/SimulatorCommand.java");
        matches(JAR)
                .filter(match -> match.group(2).equals("callautomation-simulator"))
                .flatMap(match -> FLAG.matcher(match.group(3)).results())
                .forEach(flag -> assertThat(commandLine).content().contains("\"" + flag.group() + "\""));
    }

    @Test
    void directoriesOfTheLayoutExist() {
        Matcher row =
                Pattern.compile("^\\| `([a-z/-]+)` \\|", Pattern.MULTILINE).matcher(Page.README.text());
        assertThat(row.results()).isNotEmpty().allSatisfy(match -> assertThat(
                        Files.isDirectory(Page.ROOT.resolve(match.group(1))))
                .as(match.group(1))
                .isTrue());
    }

    @Test
    void thePhonesOfGettingStartedCanBeOperatedByCurl(@TempDir Path classes) throws Exception {
        Snippet routes = new Snippet(
                Page.README,
                "java",
                null,
                0,
                "from(\"callautomation:events?type=IncomingCall\").to(\"callautomation:answerCall\");");
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try (Telephony telephony = new Telephony().load(routes, classes).start()) {
            Snippet commands = Page.GETTING_STARTED.snippets("sh").stream()
                    .filter(snippet -> snippet.text().startsWith("curl "))
                    .findFirst()
                    .orElseThrow();
            for (String command : commands.text().lines().toList()) {
                HttpResponse<String> answer =
                        http.send(request(command, telephony), HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode())
                        .as(command + " " + answer.body())
                        .isBetween(200, 299);
                if (command.contains(":call ")) {
                    awaitState(telephony, CallState.CONNECTED);
                }
            }
            awaitState(telephony, CallState.DISCONNECTED);
        }
    }

    private static HttpRequest request(String command, Telephony telephony) {
        Matcher curl = CURL.matcher(command);
        assertThat(curl.matches()).as(command).isTrue();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(telephony.simulator().uri() + curl.group(2)))
                .timeout(Duration.ofMinutes(1));
        if (curl.group(3) != null) {
            request.header(curl.group(3), curl.group(4));
        }
        String body = curl.group(5) == null
                ? ""
                : curl.group(5)
                        .replace(
                                "http://localhost:8080/callautomation/events",
                                telephony.events().toString());
        return request.method(curl.group(1) == null ? "GET" : curl.group(1), HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static void awaitState(Telephony telephony, CallState state) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        telephony.simulator().calls())
                .singleElement()
                .satisfies(call -> assertThat(call.state()).isEqualTo(state)));
    }
}
