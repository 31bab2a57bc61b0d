package dev.callautomation.camel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What unauthenticated senders send costs an application with a small heap neither memory nor its deliveries. */
@Tag("soak")
class SmallHeapTest {

    private static final String SECRET = "a-secret-of-the-tests";
    private static final String CHUNK = "10000\r\n" + " ".repeat(64 * 1024) + "\r\n";
    private static final Path LOG = Path.of("target", "test-logs", "tests-small-heap.log");
    private static final int CHUNKS = 2_100;
    private static final int UPLOADS = 40;
    private static final int CONNECTIONS = 200;

    @TempDir
    Path folder;

    private final List<RawSender> senders = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(UPLOADS);
    private Process receiver;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        receiver = JavaProcess.start(
                folder.resolve("receiver.log"),
                // the last one names the file of its log
                List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError", "-Dsurefire.fork=small-heap"),
                SmallHeapProcess.class,
                folder.toString(),
                SECRET);
        Path port = folder.resolve("port.txt");
        await().until(() -> Files.exists(port) || !receiver.isAlive());
        assertThat(port).exists();
        address = URI.create("http://127.0.0.1:" + Files.readString(port) + "/callautomation/events");
    }

    @AfterEach
    void stop() throws Exception {
        threads.shutdownNow();
        for (RawSender sender : senders) {
            sender.close();
        }
        receiver.destroyForcibly().waitFor();
    }

    private RawSender sender() throws IOException {
        RawSender sender = new RawSender(address);
        senders.add(sender);
        return sender;
    }

    private void deliver() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "?code=" + SECRET))
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"id\":\"1\",\"type\":\"Microsoft.Communication.IncomingCall\","
                                + "\"source\":\"s\",\"specversion\":\"1.0\",\"data\":{\"incomingCallContext\":\"c\"}}"))
                .build();
        assertThat(EventTestSupport.HTTP
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    private List<String> warnings() throws IOException {
        return Files.readAllLines(LOG).stream()
                .filter(line -> line.contains("WARN") || line.contains("ERROR"))
                .toList();
    }

    @Test
    void endlessUploadsWithoutCredentials() throws Exception {
        List<Future<Boolean>> uploads = new ArrayList<>();
        for (int i = 0; i < UPLOADS; i++) {
            RawSender sender = sender().post("Content-Type: application/json", "Transfer-Encoding: chunked");
            sender.send("\r\n");
            uploads.add(threads.submit(() -> sender.flood(CHUNK, CHUNKS)));
        }
        deliver();
        for (Future<Boolean> upload : uploads) {
            assertThat(upload.get()).as("all of it was taken").isFalse();
        }
        deliver();
        assertThat(receiver.isAlive()).isTrue();
        assertThat(warnings()).as("one line for each kind").hasSizeLessThan(5);
    }

    @Test
    void bodiesThatStopHalfway() throws Exception {
        for (int i = 0; i < CONNECTIONS; i++) {
            sender().post("Content-Type: application/json", "Content-Length: 1000000")
                    .send("\r\n[" + " ".repeat(64 * 1024));
        }
        deliver();
        assertThat(receiver.isAlive()).isTrue();
    }

    @Test
    void bodiesOfSendersWithTheSecretThatStopHalfway() throws Exception {
        URI plain = address;
        address = URI.create(plain + "?code=" + SECRET);
        for (int i = 0; i < CONNECTIONS; i++) {
            RawSender sender = sender().post("Content-Type: application/json", "Content-Length: 1000000");
            sender.send("\r\n");
            threads.submit(() -> sender.flood(" ".repeat(900_000), 1));
        }
        address = plain;
        // there may be no room for another body until those are too late
        await().ignoreExceptions().untilAsserted(this::deliver);
        assertThat(receiver.isAlive()).isTrue();
    }

    @Test
    void tokensThatAreMadeUp() throws Exception {
        for (int i = 0; i < CONNECTIONS; i++) {
            RawSender sender = sender().post(
                            "Content-Type: application/json",
                            "Authorization: Bearer " + "x".repeat(7000),
                            "Content-Length: 2");
            assertThat(sender.send("\r\n[]").status()).isEqualTo(401);
        }
        deliver();
        assertThat(warnings()).as("one line for each kind").hasSizeLessThan(5);
    }
}
