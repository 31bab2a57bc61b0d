package dev.callautomation.camel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A receiver whose routes start slowly, and that dies in the middle of a load, has handled what it has acknowledged. */
@Tag("soak")
class KilledReceiverTest {

    private static final int EVENTS = 3_000;
    private static final int SENDERS = 8;
    private static final List<String> ROUTES = List.of("early", "late");

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMinutes(1))
            .build();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong refused = new AtomicLong();
    private final CountDownLatch killed = new CountDownLatch(1);
    private Process receiver;

    @AfterEach
    void kill() throws InterruptedException {
        receiver.destroyForcibly().waitFor();
    }

    @Test
    void nothingThatWasAcknowledgedIsMissing() throws Exception {
        URI address = start();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        IntStream.range(0, EVENTS).forEach(event -> senders.execute(() -> send(address, event)));
        senders.shutdown();
        await().untilAsserted(() ->
                assertThat(refused.get()).as("refused while routes start").isPositive());
        Files.createFile(folder.resolve(ReceiverProcess.ROUTES_START));
        await().until(() -> acknowledged.size() > EVENTS / 3);
        kill();
        killed.countDown();
        assertThat(senders.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
        for (String route : ROUTES) {
            assertThat(handled(route)).as(route).containsAll(acknowledged);
        }

        URI again = start();
        IntStream.range(0, EVENTS).forEach(event -> send(again, event));
        assertThat(acknowledged).hasSize(EVENTS);
        for (String route : ROUTES) {
            List<String> handled = handled(route);
            assertThat(handled).as(route).containsAll(acknowledged);
            // what was being handled when it died can have been handled already, though not noted
            assertThat(handled.size() - EVENTS).as(route).isBetween(0, SENDERS);
        }
    }

    private URI start() throws IOException {
        Path port = folder.resolve("port.txt");
        Files.deleteIfExists(port);
        receiver = JavaProcess.start(
                folder.resolve("receiver.log"), List.of("-Xmx128m"), ReceiverProcess.class, folder.toString());
        await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(port) || !receiver.isAlive());
        assertThat(port).as(() -> "the receiver starts: " + folder).exists();
        return URI.create("http://127.0.0.1:" + Files.readString(port) + "/callautomation/events");
    }

    private void send(URI address, int event) {
        String id = "event" + event;
        HttpRequest delivery = HttpRequest.newBuilder(address)
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(EventTestSupport.callback(
                        "PlayCompleted", id, "{\"callConnectionId\":\"c" + event % 100 + "\"}")))
                .build();
        try {
            if (event == EVENTS - 1) {
                // it dies before all have been sent
                assertThat(killed.await(5, TimeUnit.MINUTES)).isTrue();
            }
            int status =
                    http.send(delivery, HttpResponse.BodyHandlers.ofString()).statusCode();
            while (status == 503) {
                refused.incrementAndGet();
                status = http.send(delivery, HttpResponse.BodyHandlers.ofString())
                        .statusCode();
            }
            if (status == 200) {
                acknowledged.add(id);
            }
        } catch (IOException e) {
            // it is dead, and so does not acknowledge
            assertThat(acknowledged).doesNotContain(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> handled(String route) throws IOException {
        return Files.readAllLines(folder.resolve(route + ".txt"));
    }
}
