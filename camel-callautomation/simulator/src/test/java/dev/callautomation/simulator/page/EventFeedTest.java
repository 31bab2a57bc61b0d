package dev.callautomation.simulator.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SignedClient;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Server-sent events, read as a browser does. */
class EventFeedTest {

    private static final String CALLER = "+15550001111";
    private static final String OTHER = "+15550002222";

    private final CallAutomationSimulator simulator =
            CallAutomationSimulator.start(SimulatorOptions.defaults().withVirtualTime(true));
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Events> open = new ArrayList<>();

    @AfterEach
    void stop() {
        open.forEach(Events::close);
        simulator.close();
    }

    @Test
    void aNewClientReceivesTheStateAndThenWhatChanges() throws Exception {
        simulator.phone(OTHER).behaviour(PhoneBehaviour.MANUAL);
        Events events = connect("", null);

        JsonNode state = events.next("state").data();
        assertThat(state.at("/phones/0/behaviour").asText()).isEqualTo("manual");
        assertThat(state.at("/clock/virtual").asBoolean()).isTrue();
        String call = simulator.phone(CALLER).call(OTHER);

        assertThat(events.next("entry").data().path("callId").asText()).isEqualTo(call);
        assertThat(events.next("call").data().path("callId").asText()).isEqualTo(call);
        simulator.setFaults(Fault.onEvent("*").drop());
        assertThat(events.next("faults").data()).hasSize(1);
        simulator.advance(Duration.ofSeconds(1));
        assertThat(events.next("clock").data().path("now").asText()).isNotEmpty();
        simulator.reset();
        assertThat(events.next("removed").data().path("kind").asText()).isEqualTo("call");
    }

    @Test
    void aCallMayBeNamedByACallConnection() throws Exception {
        simulator.phone(OTHER).behaviour(PhoneBehaviour.APPLICATION);
        SignedClient client = SignedClient.of(simulator);
        client.post(
                "/calling/callConnections",
                "{'targets':[{'kind':'phoneNumber','phoneNumber':{'value':'%s'}}],'callbackUri':'http://localhost:1/',"
                                .replace('\'', '"')
                                .formatted(OTHER)
                        + "'sourceCallerIdNumber':{'value':'+18005550100'}}".replace('\'', '"'));
        CallSnapshot ringing = simulator.calls().get(0);
        String call = ringing.callId();
        String connection = client.post(
                        "/calling/callConnections:answer",
                        "{'incomingCallContext':'%s','callbackUri':'http://localhost:1/'}"
                                .replace('\'', '"')
                                .formatted(ringing.incomingCallContext()))
                .text("callConnectionId");
        assertThat(connection).isNotEqualTo(call);
        Events events = connect("?call=" + connection, null);
        events.next("state");
        simulator.advance(Duration.ofSeconds(1));

        assertThat(events.next("entry").data().path("callId").asText()).isEqualTo(call);
    }

    @Test
    void entriesOfOtherCallsAreLeftOut() throws Exception {
        simulator.phone(OTHER).behaviour(PhoneBehaviour.MANUAL);
        simulator.phone("+15550004444").behaviour(PhoneBehaviour.MANUAL);
        String wanted = simulator.phone(CALLER).call(OTHER);
        Events events = connect("?call=" + wanted, null);
        events.next("state");
        simulator.phone("+15550003333").call("+15550004444");
        simulator.phone(OTHER).answer();

        assertThat(events.next("entry").data().path("callId").asText()).isEqualTo(wanted);
    }

    @Test
    void aClientContinuesAfterTheLastEventItHas() throws Exception {
        simulator.phone(OTHER).behaviour(PhoneBehaviour.MANUAL);
        Events first = connect("", null);
        String last = first.next("state").id();
        first.close();
        String call = simulator.phone(CALLER).call(OTHER);
        String stream = last.substring(0, last.indexOf('-'));

        Events again = connect("", last);
        assertThat(again.next("entry").data().path("callId").asText()).isEqualTo(call);
        assertThat(connect("", "00000000-1").next().name()).isEqualTo("state");
        assertThat(connect("", stream + "-999999").next().name()).isEqualTo("state");
    }

    @Test
    void theNumberOfClientsIsBounded() throws Exception {
        for (int client = 0; client < FeedLimits.DEFAULT.clients(); client++) {
            connect("", null).next("state");
        }

        HttpResponse<String> refused = http.send(request("", null), HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("At most 16 pages");
        open.remove(0).close();
        await().until(() -> http.send(request("", null), HttpResponse.BodyHandlers.ofInputStream())
                        .statusCode()
                == 200);
    }

    @Test
    void aNavigationIsRefused() {
        assertThat(get("/simulator/events", "Sec-Fetch-Mode: navigate")).startsWith("HTTP/1.1 403");
    }

    @Test
    void closingTheSimulatorEndsTheStream() throws Exception {
        Events events = connect("", null);
        events.next("state");

        simulator.close();

        assertThat(events.isAtEnd()).isTrue();
    }

    /** The JDK's client does not send headers that belong to browsers. */
    private String get(String path, String header) {
        try (Socket socket = new Socket("localhost", simulator.uri().getPort())) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(Events.SECONDS));
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest request(String query, String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(simulator.uri().resolve("simulator/events" + query));
        return (lastEventId == null ? request : request.header("Last-Event-ID", lastEventId)).build();
    }

    private Events connect(String query, String lastEventId) throws Exception {
        HttpResponse<InputStream> response =
                http.send(request(query, lastEventId), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        Events events = new Events(response.body());
        open.add(events);
        return events;
    }

    private record Event(String id, String name, JsonNode data) {}

    /** Reads a stream of events, on a thread of its own: a read of the JDK's client cannot be interrupted. */
    private static final class Events implements AutoCloseable {

        private static final int SECONDS = 60;

        private final InputStream stream;
        private final BlockingQueue<Event> received = new LinkedBlockingQueue<>();
        private final CompletableFuture<Boolean> orderlyEnd = new CompletableFuture<>();
        private final List<Event> passed = new ArrayList<>();

        private Events(InputStream stream) {
            this.stream = stream;
            Thread reader = new Thread(this::read, "events");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            Scanner blocks = new Scanner(stream, StandardCharsets.UTF_8).useDelimiter("\n\n");
            try {
                while (blocks.hasNext()) {
                    String block = blocks.next();
                    if (block.startsWith("id: ")) {
                        received.add(event(block.split("\n")));
                    }
                }
                orderlyEnd.complete(blocks.ioException() == null);
            } catch (IOException | RuntimeException e) {
                orderlyEnd.completeExceptionally(e);
            }
        }

        private static Event event(String[] lines) throws IOException {
            return new Event(
                    lines[0].substring("id: ".length()),
                    lines[1].substring("event: ".length()),
                    new ObjectMapper().readTree(lines[2].substring("data: ".length())));
        }

        /** The next one of this name; those of other names may have come before it, as entries and comparisons do. */
        private Event next(String name) throws InterruptedException {
            for (Event event : passed) {
                if (event.name().equals(name)) {
                    passed.remove(event);
                    return event;
                }
            }
            Event event = next();
            while (!event.name().equals(name)) {
                passed.add(event);
                event = next();
            }
            return event;
        }

        private Event next() throws InterruptedException {
            Event event = received.poll(SECONDS, TimeUnit.SECONDS);
            assertThat(event)
                    .as("an event within " + SECONDS + " s, after " + passed)
                    .isNotNull();
            return event;
        }

        /** Whether it ends as it should; a connection that was broken off does not. */
        private boolean isAtEnd() throws Exception {
            return orderlyEnd.get(SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            try {
                stream.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
