package dev.callautomation.camel.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the component records of calls in which something goes another way. */
@CallAutomationTest
class JournalTest {

    private static final String OTHER_CALLER = "+4989333444";

    @TempDir
    Path directory;

    private CallAutomationSimulator simulator;

    /** Answers calls and greets the callers. */
    private static final class GreetingRoute extends RouteBuilder {

        @Override
        public void configure() {
            from("callautomation:events?type=IncomingCall")
                    .to(
                            "callautomation:answerCall?awaitCompletion=true&cognitiveServicesEndpoint=https://ai.example.com")
                    .to("callautomation:play?awaitCompletion=true&text=Hello&voice=en-US-NancyNeural")
                    .to("callautomation:hangUp?forEveryone=true");
        }
    }

    private DeskApplication start() {
        return DeskApplication.recording(new GreetingRoute(), directory);
    }

    private String call(String caller) {
        return simulator.phone(caller).call(DeskRoutes.OUR_NUMBER);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replay(Path file) {
        DeskApplication.run(new GreetingRoute(), () -> CallReplay.of(RecordedCall.read(file))
                .run(simulator));
    }

    @Test
    void repetitionsAreRecordedAndReplayed() throws IOException {
        simulator.setFaults(Fault.onEvent("CallConnected").duplicate(3));
        try (DeskApplication application = start()) {
            simulator.await(call(DeskRoutes.CALLER)).ended();
            application.awaitIdle();
        }

        assertThat(files()).hasSize(1);
        assertThat(Files.readString(files().get(0)).lines().filter(line -> line.contains("\"repeated\":true")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("CallConnected"));
        replay(files().get(0));
    }

    @Test
    void callsAtTheSameTimeAreInFilesOfTheirOwn() {
        try (DeskApplication application = start()) {
            List<String> calls = List.of(call(DeskRoutes.CALLER), call(OTHER_CALLER));
            calls.forEach(call -> simulator.await(call).ended());
            application.awaitIdle();
        }

        assertThat(files()).hasSize(2).allSatisfy(this::replay);
    }

    @Test
    void aRestartInTheMiddleOfACallLeavesAFileThatCanBeRead() {
        simulator.setFaults(Fault.onEvent("PlayCompleted").drop());
        DeskApplication before = start();
        simulator.await(call(DeskRoutes.CALLER)).event("PlayStarted");
        before.close();
        simulator.setFaults();
        try (DeskApplication application = start()) {
            simulator.await(call(OTHER_CALLER)).ended();
            application.awaitIdle();
        }

        assertThat(files()).hasSize(2);
        assertThat(RecordedCall.read(files().get(0)).toString())
                .contains("request   play")
                .doesNotContain("hangUp");
        assertThat(RecordedCall.read(files().get(1)).toString()).contains("hangUp");
    }

    @Test
    void aDirectoryThatCannotBeWrittenFailsNoCall() throws IOException {
        Path file = Files.createFile(directory.resolve("a-file"));
        try (DeskApplication application = DeskApplication.recording(new GreetingRoute(), file)) {
            simulator.await(call(DeskRoutes.CALLER)).ended();
            application.awaitIdle();
            application.awaitUnwritten();
        }
        assertThat(files()).containsExactly(file);
    }

    @Test
    void aFileWithMissingEntriesIsNotReplayed() throws IOException {
        Path file = Files.writeString(directory.resolve("call.jsonl"), """
                {"kind":"journal","version":1,"started":"2026-11-27T04:45:10Z"}
                {"at":0,"kind":"dropped","entries":3}
                """);

        assertThatThrownBy(() -> RecordedCall.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2: entries are missing here");
    }

    @Test
    void anotherFileIsNotReplayed() throws IOException {
        Path file = Files.writeString(directory.resolve("call.jsonl"), "{\"kind\":\"other\"}");

        assertThatThrownBy(() -> RecordedCall.read(file)).hasMessageContaining("this is no recorded call of version 1");
    }
}
