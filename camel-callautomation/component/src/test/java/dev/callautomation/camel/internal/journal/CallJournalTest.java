package dev.callautomation.camel.internal.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.camel.CapturedLog;

import static org.assertj.core.api.Assertions.assertThat;

class CallJournalTest {

    private static final String CALLS = "/calling/callConnections";

    @RegisterExtension
    final CapturedLog log = new CapturedLog();

    @TempDir
    Path temporary;

    private Path directory() {
        return temporary.resolve("journal");
    }

    @Test
    void anIncomingCallIsOneFileFromItsFirstEventToItsLast() {
        JournalFixture journal = new JournalFixture(directory());
        journal.incomingCall("correlation-1", "context-1");
        journal.answered("context-1", "call-1", "correlation-1");
        journal.event("CallConnected", "2", "call-1", "{\"correlationId\":\"correlation-1\"}");
        long transfer = journal.request("transfer", CALLS + "/call-1:transferToParticipant", "{}");
        journal.response(transfer, "transfer", 202, "");
        journal.event("CallDisconnected", "3", "call-1", "{}");
        journal.event("RecordingFileStatusUpdated", "4", null, "{\"serverCallId\":\"server-correlation-1\"}");

        List<Path> files = journal.files();

        assertThat(files).singleElement();
        assertThat(files.get(0).getFileName().toString()).matches("\\d{8}T\\d{6}\\.\\d{3}Z-correlation-1\\.jsonl");
        assertThat(JournalFixture.kinds(files.get(0)))
                .containsExactly(
                        "journal",
                        "event IncomingCall",
                        "request answerCall",
                        "response answerCall",
                        "event CallConnected",
                        "request transfer",
                        "response transfer",
                        "event CallDisconnected",
                        "event RecordingFileStatusUpdated");
        assertThat(JournalFixture.lines(files.get(0)).get(2)).isEqualTo(json("""
                        {"at":%d,"kind":"request","request":1,"operation":"answerCall","method":"POST",
                         "path":"/calling/callConnections:answer","body":{"incomingCallContext":"replaced-2"}}
                        """.formatted(
                        JournalFixture.lines(files.get(0)).get(2).path("at").asInt())));
        assertThat(journal.journal().unwritten()).isZero();
    }

    private static JsonNode json(String text) {
        try {
            return JournalJson.MAPPER.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void callsAtTheSameTimeHaveFilesOfTheirOwn() {
        JournalFixture journal = new JournalFixture(directory());
        for (int call = 1; call <= 2; call++) {
            journal.incomingCall("correlation-" + call, "context-" + call);
        }
        for (int call = 2; call >= 1; call--) {
            journal.answered("context-" + call, "call-" + call, "correlation-" + call);
        }
        for (int call = 1; call <= 2; call++) {
            journal.event("CallDisconnected", "end-" + call, "call-" + call, "{}");
        }

        assertThat(journal.files()).hasSize(2).allSatisfy(file -> assertThat(JournalFixture.kinds(file))
                .containsExactly(
                        "journal",
                        "event IncomingCall",
                        "request answerCall",
                        "response answerCall",
                        "event CallDisconnected"));
    }

    @Test
    void anEventOfAnOutboundCallThatPrecedesTheResponseIsInItsFile() {
        JournalFixture journal = new JournalFixture(directory());
        long first = journal.request("createCall", CALLS, "{\"targets\":[]}");
        long second = journal.request("createCall", CALLS, "{\"targets\":[]}");
        journal.event("CallConnected", "1", "call-1", "{\"correlationId\":\"correlation-1\"}");
        long play = journal.request("play", CALLS + "/call-1:play", "{}");
        journal.response(play, "play", 202, "");
        journal.response(second, "createCall", 201, "{\"callConnectionId\":\"call-2\"}");
        journal.response(first, "createCall", 201, "{\"callConnectionId\":\"call-1\"}");

        List<Path> files = journal.files();

        assertThat(files).hasSize(2);
        assertThat(files.get(0).getFileName().toString()).endsWith("-call-1.jsonl");
        assertThat(JournalFixture.kinds(files.get(0)))
                .containsExactly(
                        "journal",
                        "request createCall",
                        "event CallConnected",
                        "request play",
                        "response play",
                        "response createCall");
        assertThat(JournalFixture.kinds(files.get(1)))
                .containsExactly("journal", "request createCall", "response createCall");
        assertThat(JournalFixture.lines(files.get(0)).get(1).path("at").asLong())
                .isZero();
    }

    @Test
    void twoLegsOfOneConversationHaveFilesOfTheirOwn() {
        JournalFixture journal = new JournalFixture(directory());
        journal.incomingCall("correlation-1", "context-1");
        journal.answered("context-1", "call-1", "correlation-1");
        journal.event("CallConnected", "1", "call-2", "{\"correlationId\":\"correlation-1\"}");

        assertThat(journal.files()).hasSize(2);
    }

    @Test
    void aRepeatedEventIsMarked() {
        JournalFixture journal = new JournalFixture(directory());
        journal.event("PlayCompleted", "1", "call-1", "{}");
        journal.event("PlayCompleted", "1", "call-1", "{}");
        journal.event("PlayCompleted", "2", "call-1", "{}");

        assertThat(JournalFixture.lines(journal.files().get(0)).stream().skip(1).map(line -> line.path("repeated")
                        .asBoolean()))
                .containsExactly(false, true, false);
    }

    @Test
    void aRequestWithoutAResponseHasTheReason() {
        JournalFixture journal = new JournalFixture(directory());
        long play = journal.request("play", CALLS + "/call-1:play", "{}");
        journal.journal().failure(play, "play", new IOException("+4930111222 was refused"));

        JsonNode response = JournalFixture.lines(journal.files().get(0)).get(2);
        assertThat(response.path("status").asInt(-1)).isZero();
        assertThat(response.path("failure").asText()).isEqualTo("IOException");
        assertThat(response.has("body")).isFalse();
    }

    @Test
    void afterARestartTheRestOfACallIsInAnotherFile() throws IOException {
        JournalFixture before = new JournalFixture(directory());
        before.event("CallConnected", "1", "call-1", "{}");
        Path first = before.files().get(0);
        byte[] content = Files.readAllBytes(first);

        JournalFixture after = new JournalFixture(directory());
        after.event("CallDisconnected", "2", "call-1", "{}");
        List<Path> files = after.files();

        assertThat(first).hasBinaryContent(content);
        // the name of a file that is created in the same millisecond precedes that of the first one
        assertThat(files)
                .hasSize(2)
                .contains(first)
                .filteredOn(file -> !file.equals(first))
                .allSatisfy(second ->
                        assertThat(JournalFixture.kinds(second)).containsExactly("journal", "event CallDisconnected"));
    }

    @Test
    void whatIsRecordedAfterTheEndIsCounted() {
        JournalFixture journal = new JournalFixture(directory());
        journal.event("CallConnected", "1", "call-1", "{}");
        List<Path> files = journal.files();

        journal.event("CallDisconnected", "2", "call-1", "{}");

        assertThat(JournalFixture.kinds(files.get(0))).containsExactly("journal", "event CallConnected");
        assertThat(journal.journal().unwritten()).isEqualTo(1);
    }

    @Test
    void onlyTheOwnerCanReadTheFiles() throws IOException {
        JournalFixture journal = new JournalFixture(directory());
        journal.event("CallConnected", "1", "call-1", "{}");

        Path file = journal.files().get(0);

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(directory())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsOneWarningAndACount() throws IOException {
        Path file = Files.createFile(temporary.resolve("a-file"));
        JournalFixture journal = new JournalFixture(file.resolve("journal"));
        journal.event("CallConnected", "1", "call-1", "{}");
        journal.event("CallDisconnected", "2", "call-1", "{}");
        journal.event("CallConnected", "3", "call-2", "{}");

        journal.journal().close();

        assertThat(journal.journal().unwritten()).isEqualTo(3);
        assertThat(log.messages())
                .filteredOn(line -> line.contains("cannot be written"))
                .hasSize(1);
    }

    @Test
    void entriesThatTheQueueCannotTakeLeaveAMarkerInTheFilesOfCallsInProgress() {
        JournalFixture journal = new JournalFixture(directory(), new JournalLimits(2, 10_000, 10_000, 10)).held();
        for (int event = 1; event <= 5; event++) {
            journal.event("PlayCompleted", "event-" + event, "call-1", "{}");
        }
        journal.release();

        Path file = journal.files().get(0);

        assertThat(journal.journal().unwritten()).isEqualTo(3);
        assertThat(JournalFixture.kinds(file))
                .containsExactly("journal", "event PlayCompleted", "dropped", "event PlayCompleted");
        assertThat(JournalFixture.lines(file).get(2).path("entries").asInt()).isEqualTo(3);
    }

    @Test
    void theQueueIsLimitedByTheSizeOfItsEntries() {
        JournalFixture journal = new JournalFixture(directory(), new JournalLimits(100, 200, 10_000, 10)).held();
        journal.event("PlayCompleted", "1", "call-1", "{\"text\":\"" + "x".repeat(100) + "\"}");
        journal.event("PlayCompleted", "2", "call-1", "{\"text\":\"" + "x".repeat(100) + "\"}");
        journal.release();

        assertThat(JournalFixture.kinds(journal.files().get(0)))
                .containsExactly("journal", "event PlayCompleted", "dropped");
    }

    @Test
    void aFileThatIsFullSaysSo() throws IOException {
        JournalFixture journal = new JournalFixture(directory(), new JournalLimits(100, 10_000, 500, 10));
        for (int event = 1; event <= 10; event++) {
            journal.event("PlayCompleted", "event-" + event, "call-1", "{}");
        }

        Path file = journal.files().get(0);

        assertThat(JournalFixture.kinds(file))
                .startsWith("journal", "event PlayCompleted")
                .endsWith("full");
        assertThat(Files.size(file)).isLessThanOrEqualTo(520);
        assertThat(JournalFixture.lines(file).size() - 2 + journal.journal().unwritten())
                .isEqualTo(10);
        assertThat(log.messages()).noneMatch(line -> line.contains("cannot be written"));
    }

    @Test
    void theNumberOfOpenFilesIsLimited() {
        JournalFixture journal = new JournalFixture(directory(), new JournalLimits(100, 10_000, 10_000, 2));
        journal.event("CallConnected", "1", "call-1", "{}");
        journal.event("CallConnected", "2", "call-2", "{}");
        journal.event("CallDisconnected", "3", "call-2", "{}");
        journal.event("CallConnected", "4", "call-3", "{}");
        journal.event("CallConnected", "5", "call-4", "{}");

        List<Path> files = journal.files();

        assertThat(files).hasSize(4);
        assertThat(JournalFixture.kinds(named(files, "call-1")))
                .as("the one that was written to longest ago")
                .containsExactly("journal", "event CallConnected", "full");
        assertThat(JournalFixture.kinds(named(files, "call-2")))
                .as("had ended")
                .containsExactly("journal", "event CallConnected", "event CallDisconnected");
        assertThat(JournalFixture.kinds(named(files, "call-4"))).containsExactly("journal", "event CallConnected");
        assertThat(journal.journal().unwritten()).isZero();
    }

    private static Path named(List<Path> files, String call) {
        return files.stream()
                .filter(file -> file.getFileName().toString().contains(call))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anIdFromOutsideIsNoPath() {
        JournalFixture journal = new JournalFixture(directory());
        journal.event("CallConnected", "1", "../../etc/" + "x".repeat(300), "{}");

        assertThat(journal.files())
                .singleElement()
                .satisfies(file -> assertThat(file.getFileName().toString()).matches("[\\dTZ.]+-______etc_x+\\.jsonl"));
    }
}
