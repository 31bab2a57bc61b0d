package dev.callautomation.camel.test;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.example.MenuRoute;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.simulator.CallAutomationSimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What docs/record-and-replay.adoc shows runs here. The system property {@code docs.update=true} writes it to the page. */
@CallAutomationTest
class RecordAndReplayPageTest {

    private static final PageFiles PAGE = PageFiles.of("record-and-replay.adoc", "src/test/java/(?<path>\\S+)", "java");
    private static final Pattern REPORT =
            Pattern.compile("(?<=^\\[source,text]\n----\n).*?(?=^----$)", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern PROPERTIES =
            Pattern.compile("(?<=^\\[source,properties]\n----\n).*?(?=^----$)", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CALL = Pattern.compile("(?<=callConnections/)[0-9a-f-]{36}");
    private static final String SAMPLE = "5f0c8a52-6f0e-4c0b-9a44-1d3f5b0e8a11";

    @TempDir
    Path directory;

    @Test
    void theTestOnThePageIsTheOneThatRuns() throws IOException {
        PAGE.verify(
                "com/example/MenuReplayTest.java",
                Files.readString(Path.of("src/test/java/com/example/MenuReplayTest.java")));
    }

    @Test
    void theReportIsThatOfAReplay(CallAutomationSimulator simulator) throws IOException {
        RecordedCall call = RecordedCall.read(Path.of("src/test/resources/calls/sales.jsonl"))
                .with("+14255557002", "+18005550100");
        AtomicReference<Throwable> failure = new AtomicReference<>();
        DeskApplication.run(
                new MenuRoute(),
                () -> failure.set(catchThrowable(() -> CallReplay.of(call).run(simulator))));
        String report = CALL.matcher(failure.get().getMessage()).replaceAll(SAMPLE) + "\n";

        String page = Files.readString(PAGE.page());
        if (Boolean.getBoolean("docs.update")) {
            page = REPORT.matcher(page).replaceFirst(Matcher.quoteReplacement(report));
            Files.writeString(PAGE.page(), page);
        }
        assertThat(first(REPORT, page)).isEqualTo(report);
    }

    @Test
    void thePropertyRecordsCalls(CallAutomationSimulator simulator) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(first(PROPERTIES, Files.readString(PAGE.page()))));
        assertThat(properties).containsValue("target/journal");
        Main main = new Main();
        try {
            properties.forEach((name, value) -> main.addInitialProperty(
                    name.toString(), directory.resolve(value.toString()).toString()));
            main.configure().addRoutesBuilder(new MenuRoute());
            main.start();
            String call = simulator.phone(MenuRoutes.CALLER).call(MenuRoutes.OUR_NUMBER);
            simulator.await(call).event("CallConnected");
            simulator.phone(MenuRoutes.CALLER).hangUp();
        } finally {
            main.stop();
        }

        try (Stream<Path> files = Files.list(directory.resolve("target/journal"))) {
            assertThat(files).singleElement().satisfies(file -> assertThat(
                            RecordedCall.read(file).toString())
                    .contains("IncomingCall", "answerCall"));
        }
    }

    private static String first(Pattern part, String page) {
        Matcher found = part.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
