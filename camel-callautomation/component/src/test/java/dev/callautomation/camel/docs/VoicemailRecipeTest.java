package dev.callautomation.camel.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class VoicemailRecipeTest {

    private static final String CALLER = "+14255550123";

    @TempDir
    private Path directory;

    private GreenMail mail;
    private Recipe recipe;

    @BeforeEach
    void start() throws Exception {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        recipe = Recipe.start("id: voicemail-answer", directory, settings());
    }

    private Map<String, String> settings() {
        return Map.of(
                "voicemail.folder",
                directory.resolve("voicemail").toString(),
                "voicemail.shortest",
                "0",
                "mail.host",
                "127.0.0.1",
                "mail.port",
                String.valueOf(mail.getSmtp().getPort()));
    }

    @AfterEach
    void close() {
        recipe.close();
        mail.stop();
    }

    @Test
    void aMessageIsSentByMail() throws Exception {
        leaveMessage();
        String call = recipe.phone(CALLER).press("#");
        recipe.phone(CALLER).heard("Thank you. Goodbye.");
        MimeMessage message = received();
        assertThat(message.getSubject()).isEqualTo("Voicemail from " + CALLER);
        assertThat(message.getAllRecipients()).extracting(String::valueOf).containsExactly("desk@example.com");
        Multipart parts = (Multipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContent().toString()).contains(CALLER);
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("voicemail.wav");
        assertThat(new String(parts.getBodyPart(1).getInputStream().readNBytes(4), StandardCharsets.US_ASCII))
                .isEqualTo("RIFF");
        becomesDeleted(call);
        recipe.everyCallIsOver();
    }

    @Test
    void aCallerWhoHangsUpHasLeftAMessageToo() throws Exception {
        leaveMessage();
        recipe.phone(CALLER).hangUp();
        assertThat(received().getSubject()).contains(CALLER);
    }

    @Test
    void aShortMessageIsDeletedOnly() throws Exception {
        recipe.restart(Map.of("voicemail.shortest", "3600000"));
        leaveMessage();
        becomesDeleted(recipe.phone(CALLER).press("#"));
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void aMessageIsSentWhenTheMailServerIsBack() throws Exception {
        recipe.close();
        recipe = Recipe.startWithVirtualTime("id: voicemail-answer", directory, settings());
        int port = mail.getSmtp().getPort();
        mail.stop();
        String call = recipe.phone(CALLER).call(Telephony.NUMBER);
        whileTimePasses(() -> assertThat(directory.resolve("voicemail")).isNotEmptyDirectory());
        whileTimePasses(() -> recipe.phone(CALLER).hangUp());
        whileTimePasses(() -> assertThat(recipe.simulator().timeline(call))
                .anyMatch(entry -> entry.description().contains("RecordingFileStatusUpdated")
                        && entry.description().contains("503")));
        assertThat(directory.resolve("voicemail")).isNotEmptyDirectory();
        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        whileTimePasses(() -> assertThat(mail.getReceivedMessages()).hasSize(1));
        assertThat(mail.getReceivedMessages()[0].getSubject()).contains(CALLER);
    }

    @Test
    void withoutAFileForItsNumberTheCallEnds() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        recipe.restart(Map.of("voicemail.folder", file.toString()));
        recipe.phone(CALLER).call(Telephony.NUMBER);
        recipe.simulator().expectRequest("startRecording");
        recipe.everyCallIsOver();
    }

    @Test
    void anExpressionInTheIdOfARecordingIsNotEvaluated() throws Exception {
        Path file = Files.createDirectories(directory.resolve("voicemail")).resolve("5.txt");
        Files.writeString(file, CALLER);
        HttpRequest event = HttpRequest.newBuilder(
                        URI.create(recipe.telephony().events() + "?code=" + Telephony.SECRET))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        """
                        [{"id":"1","topic":"t","subject":"/recording/call/c/serverCallId/s/recordingId/${length(hello)}",
                          "data":{"recordingDurationMs":5000,"recordingStorageInfo":{"recordingChunks":[
                            {"documentId":"a","contentLocation":"%1$s","deleteLocation":"%1$s"}]}},
                          "eventType":"Microsoft.Communication.RecordingFileStatusUpdated","dataVersion":"1.0",
                          "metadataVersion":"1","eventTime":"2026-01-01T00:00:00Z"}]
                        """.formatted(recipe.simulator().uri())))
                .build();
        // the answer comes when the route has finished
        HttpClient.newHttpClient().send(event, BodyHandlers.discarding());
        assertThat(file).exists();
        assertThat(recipe.simulator().requests()).isEmpty();
    }

    private void whileTimePasses(ThrowingRunnable assertion) {
        Recipe.eventually(() -> {
            recipe.simulator().advance(Duration.ofMillis(100));
            assertion.run();
        });
    }

    private void becomesDeleted(String call) {
        URI recordings = recipe.simulator().uri().resolve("simulator/calls/" + call + "/recordings");
        HttpRequest request = HttpRequest.newBuilder(recordings).build();
        Recipe.eventually(() -> assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body())
                .contains("\"fileDeleted\":true"));
    }

    private void leaveMessage() {
        recipe.phone(CALLER).call(Telephony.NUMBER);
        recipe.phone(CALLER).heard("Please leave a message");
        recipe.simulator().expectRequest("recognize");
        try (Stream<Path> files = Files.list(directory.resolve("voicemail"))) {
            assertThat(files).hasSize(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MimeMessage received() {
        assertThat(mail.waitForIncomingEmail(30_000, 1)).isTrue();
        MimeMessage message = mail.getReceivedMessages()[0];
        assertThat(GreenMailUtil.getWholeMessage(message)).isNotEmpty();
        return message;
    }
}
