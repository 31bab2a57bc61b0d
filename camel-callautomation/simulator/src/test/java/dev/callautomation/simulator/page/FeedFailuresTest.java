package dev.callautomation.simulator.page;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.callautomation.simulator.control.Controls;
import dev.callautomation.simulator.control.StateView;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.timeline.Timeline;
import dev.callautomation.simulator.timeline.TimelineLimits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Clients that do not read, that go away and that come back late; one may be connected at a time. */
@Timeout(60)
class FeedFailuresTest {

    private static final FeedLimits LIMITS = new FeedLimits(1, 100, 10, 1_000_000, 20, 10_000, 50);

    private final Vertx vertx = Vertx.vertx();
    private final Timeline timeline = new Timeline(TimelineLimits.of(100_000, 1));
    private final EventFeed feed = new EventFeed(vertx, timeline, new StateView(controls()), LIMITS);
    private final HttpServer server;

    FeedFailuresTest() throws Exception {
        Router router = Router.router(vertx);
        router.get().handler(feed::handle);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        feed.close();
        timeline.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @Test
    void aClientThatDoesNotReadMissesEventsAndIsToldToReadTheStateAgain() throws Exception {
        try (Socket client = connect(null)) {
            Scanner events = events(client.getInputStream());
            read(events, "state");
            // more than the buffers of the operating system take
            for (int i = 0; i < 3_000; i++) {
                write("x".repeat(8_000));
            }
            write("last");

            assertThat(read(events, "reset")).contains("\nid:\n");
        }
    }

    @Test
    void aClientThatGoesAwayInTheMiddleOfAnEventMakesRoomForAnother() throws Exception {
        Socket client = connect(null);
        read(events(client.getInputStream()), "state");
        for (int i = 0; i < 100; i++) {
            write("x".repeat(8_000));
        }
        assertThat(client.getInputStream().read()).isNotNegative();
        // closes with a reset of the connection
        client.setSoLinger(true, 0);
        client.close();
        write("after");

        await().until(() -> {
            try (Socket next = connect(null)) {
                Scanner events = events(next.getInputStream());
                return events.next().startsWith("HTTP/1.1 200") && read(events, "state") != null;
            }
        });
    }

    @Test
    void theTimelineIsNotListenedToAfterTheLastClientHasLeft() throws Exception {
        String last;
        try (Socket client = connect(null)) {
            Scanner events = events(client.getInputStream());
            last = id(read(events, "state"));
            write("first");
            assertThat(read(events, "entry")).contains("first");
        }
        String later = last;
        // one that comes back at once continues, one that comes back later does not
        await().until(() -> {
            try (Socket client = connect(later)) {
                Scanner events = events(client.getInputStream());
                return events.next().startsWith("HTTP/1.1 200") && next(events).contains("event: state");
            }
        });
    }

    private void write(String detail) {
        timeline.add(new TimelineEntry(
                "call", Instant.EPOCH, TimelineEntry.Kind.PHONE, "phone", null, "something", Map.of("detail", detail)));
    }

    private Socket connect(String lastEventId) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress(InetAddress.getByName("localhost"), server.actualPort()));
        socket.getOutputStream()
                .write(("GET /simulator/events HTTP/1.1\r\nHost: localhost\r\n"
                                + (lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n") + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static Scanner events(InputStream stream) {
        return new Scanner(stream, StandardCharsets.UTF_8).useDelimiter("\n\n");
    }

    /** With the end of the event before it. */
    private static String read(Scanner events, String name) {
        String event = next(events);
        while (!event.contains("event: " + name)) {
            event = next(events);
        }
        return event;
    }

    private static String next(Scanner events) {
        String event = events.next();
        while (!event.contains("event: ")) {
            event = events.next();
        }
        return "\n" + event.replaceAll("\r\n[0-9a-f]+\r\n", "\n");
    }

    private static String id(String event) {
        return event.lines()
                .filter(line -> line.startsWith("id: "))
                .map(line -> line.substring("id: ".length()))
                .findFirst()
                .orElseThrow();
    }

    private static Controls controls() {
        return (Controls) Proxy.newProxyInstance(
                Controls.class.getClassLoader(),
                new Class<?>[] {Controls.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "phones" -> Map.of();
                    case "newestCalls", "subscriptions", "faults" -> List.of();
                    case "call" -> Optional.empty();
                    case "virtualTime", "hasTimelineContent" -> false;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
