package dev.callautomation.camel;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Deliveries that are too large, too deep, too many or never end. */
class HostileSendersTest extends EventTestSupport {

    private static final int GOOD = 10;
    private static final int AT_ONCE = 50;
    private static final long MEBIBYTE = 1024 * 1024;

    @Override
    void configure(CallAutomationComponent component) {
        component.setAcknowledgeTimeout(100);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events").to("mock:events");
            }
        };
    }

    @Test
    void malformedBodiesAndHalfOpenConnectionsDoNotBlockOtherSenders() throws Exception {
        run(50, 500);
    }

    @Test
    @Tag("soak")
    void manyMalformedBodiesAndHalfOpenConnectionsDoNotBlockOtherSenders() throws Exception {
        run(1_000, 10_000);
    }

    private void run(int halfOpenConnections, int malformedBodies) throws Exception {
        getMockEndpoint("mock:events").expectedMessageCount(GOOD);
        long before = usedMemory();
        List<Socket> halfOpen = new ArrayList<>();
        try {
            for (int i = 0; i < halfOpenConnections; i++) {
                halfOpen.add(halfOpen(i));
            }
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            Semaphore places = new Semaphore(AT_ONCE);
            for (int i = 0; i < malformedBodies; i++) {
                places.acquire();
                answers.add(HTTP.sendAsync(malformed(i), HttpResponse.BodyHandlers.ofString())
                        .whenComplete((answer, failure) -> places.release()));
                if (i % (malformedBodies / GOOD) == 0) {
                    assertThat(post(callback("CallConnected", "good" + i, "{}")).statusCode())
                            .isEqualTo(200);
                }
            }
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(400);
            }
            answers.clear();
            assertThat(usedMemory() - before).isLessThan(64 * MEBIBYTE);
        } finally {
            for (Socket socket : halfOpen) {
                socket.close();
            }
        }
        getMockEndpoint("mock:events").assertIsSatisfied();
    }

    /** A request that stops in its head, or in its body. */
    private Socket halfOpen(int number) throws IOException {
        Socket socket = new Socket(address().getHost(), address().getPort());
        OutputStream request = socket.getOutputStream();
        String head =
                "POST " + address().getPath() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        String body = number % 2 == 0 ? "" : "Content-Length: 1000\r\n\r\n[{";
        request.write((head + body).getBytes(StandardCharsets.US_ASCII));
        request.flush();
        return socket;
    }

    private HttpRequest malformed(int number) {
        String[] bodies = {
            "{", "[", "[{}]", "\u0000", "{\"type\":1}", "nul", "[{\"type\":\"A\"},7]", "\"text\"", "{'a':1}"
        };
        return request()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(bodies[number % bodies.length]))
                .build();
    }

    @Test
    void headersThatAreTooLargeAreRefused() throws Exception {
        // the server closes the connection after that, so it must not be one that others use again
        HttpClient sender =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpResponse<String> answer = sender.send(
                request()
                        .header("Content-Type", "application/json")
                        .header("X-Large", "x".repeat(100 * 1024))
                        .POST(HttpRequest.BodyPublishers.ofString(callback("CallConnected", "1", "{}")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(431);
        assertThat(post(callback("CallConnected", "1", "{}")).statusCode()).isEqualTo(200);
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aBodyThatIsNestedTooDeepIsRefused() throws Exception {
        for (String open : List.of("[", "{\"data\":")) {
            HttpResponse<String> answer = post(open.repeat(5_000));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("nested deeper than 64 levels");
        }
    }

    @Test
    void aTextThatIsTooLongIsRefused() throws Exception {
        HttpResponse<String> answer = post(callback("CallConnected", "x".repeat(300_000), "{}"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("262144 characters");
    }

    @Test
    void tooManyEventsAreRefused() throws Exception {
        String events = IntStream.range(0, 5_001)
                .mapToObj(id -> "{\"type\":\"A\",\"id\":\"" + id + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        HttpResponse<String> answer = post(events);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("5001 events, more than 5000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=utf-16",
                "application/json;charset=\"ISO-8859-1\"",
                "application/cloudevents+json; CHARSET=us-ascii",
                ";",
                ";;charset=utf-8",
                "/"
            })
    void whatIsNotSaidToBeJsonInUtf8IsRefused(String contentType) throws Exception {
        HttpResponse<String> answer = send(request()
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(callback("CallConnected", "1", "{}"))));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("UTF-8");
    }

    @Test
    void bytesThatAreNoUtf8AreNoJson() throws Exception {
        byte[] latin = callback("CallConnected", "M\u00fcller", "{}").getBytes(StandardCharsets.ISO_8859_1);
        HttpResponse<String> answer = send(request()
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(latin)));
        assertThat(answer.statusCode()).isEqualTo(400);
    }
}
