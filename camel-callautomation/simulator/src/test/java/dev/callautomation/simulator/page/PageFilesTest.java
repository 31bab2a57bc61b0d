package dev.callautomation.simulator.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.CallAutomationSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/** The page's files over HTTP. */
class PageFilesTest {

    private static final CallAutomationSimulator SIMULATOR = CallAutomationSimulator.start();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Path FILES = Path.of("src/main/resources/dev/callautomation/simulator/page/files");

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @Test
    void browsersGetThePageAndOtherClientsTheIndex() throws Exception {
        HttpResponse<String> page = get("simulator/", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<!doctype html>");
        assertThat(get("", "text/html").headers().firstValue("Location")).contains("/simulator/");
        assertThat(get("simulator/", "application/json").body()).startsWith("{").contains("/simulator/phones");
        assertThat(get("simulator/", "*/*").body()).startsWith("{");
    }

    @Test
    void everyFileIsServedWithAStrictPolicyAndItsType() throws Exception {
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(PageFiles.NAMES);
        }
        for (String name : PageFiles.NAMES) {
            HttpResponse<String> file = get("simulator/page/" + name, "*/*");
            assertThat(file.statusCode()).as(name).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(file.headers().firstValue("Content-Type").orElse("")).doesNotContain("octet-stream");
        }
        assertThat(get("simulator/page/..%2FPageFiles.class", "*/*").statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void nothingIsFetchedFromElsewhereAndNothingIsInline() throws Exception {
        for (String name : PageFiles.NAMES) {
            String text = Files.readString(FILES.resolve(name));
            assertThat(text.replace("http://www.w3.org/2000/svg", "").replace("http://localhost", ""))
                    .as(name)
                    .doesNotContain("http://", "https://", "innerHTML", "outerHTML", "insertAdjacentHTML", "eval(");
        }
        assertThat(Files.readString(FILES.resolve("index.html"))).doesNotContain("style=", "onclick=", "<style");
    }

    @Test
    void everySubcodeOfTheSimulatorIsExplained() throws Exception {
        JsonNode explained = new ObjectMapper()
                .readTree(get("simulator/page/subcodes.json", "*/*").body());
        Pattern written = Pattern.compile("(?:of\\(\\d{3}, |\\d{3}, \"?)(\\d{4,6})\\b");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/callautomation/simulator/engine"))) {
            List<String> codes = sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(PageFilesTest::lines)
                    .flatMap(line -> written.matcher(line).results().map(result -> result.group(1)))
                    .distinct()
                    .toList();
            assertThat(codes)
                    .hasSizeGreaterThan(20)
                    .allSatisfy(code -> assertThat(explained.has(code)).as(code).isTrue());
        }
    }

    @Test
    void thePageOffersNoFaultThatTheSimulatorDoesNotKnow() throws Exception {
        String names = Files.readString(FILES.resolve("names.js"));
        int events = names.indexOf("EVENTS");
        String faults = Pattern.compile("'(\\w+)'")
                .matcher(names)
                .results()
                .map(name -> fault(name, name.start() < events))
                .reduce((left, right) -> left + "," + right)
                .orElseThrow();

        HttpResponse<String> set = HTTP.send(
                HttpRequest.newBuilder(SIMULATOR.uri().resolve("simulator/faults"))
                        .PUT(HttpRequest.BodyPublishers.ofString("[" + faults + "]"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
    }

    private static String fault(MatchResult name, boolean operation) {
        return "{\"when\":{\"%s\":\"%s\"},\"fault\":{\"delayMillis\":1}}"
                .formatted(operation ? "operation" : "event", name.group(1));
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        URI uri = SIMULATOR.uri().resolve(path);
        return HTTP.send(
                HttpRequest.newBuilder(uri).header("Accept", accept).build(), HttpResponse.BodyHandlers.ofString());
    }
}
