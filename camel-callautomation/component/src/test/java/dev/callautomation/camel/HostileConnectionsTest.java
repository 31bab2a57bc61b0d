package dev.callautomation.camel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Many connections that hold on to the server while the service delivers events. No limit in time ends them here. */
class HostileConnectionsTest extends EventTestSupport {

    private static final int CONNECTIONS = 200;
    private static final int GOOD = 20;
    private static final int BODY_SIZE = 64 * 1024;
    private static final int HALF_BODY = BODY_SIZE / 2;

    private final List<RawSender> hostile = new ArrayList<>();

    /** What a connection sends before it stops. */
    enum Kind {
        NOTHING,
        HALF_A_LINE,
        HALF_A_HEAD,
        HALF_A_HEADER,
        BODY_WITHOUT_TOKEN,
        CHUNKS_WITHOUT_TOKEN,
        BODY_WITH_TOKEN,
        CHUNKS_WITH_TOKEN,
        UPLOAD,
        FORM,
        NO_HTTP,
        PREFACE_OF_HTTP2,
        ANSWERED_AND_IDLE;

        void send(RawSender sender) throws IOException {
            String token = "Authorization: " + TOKENS.authorization();
            String json = "Content-Type: application/json";
            String length = "Content-Length: 60000";
            switch (this) {
                case NOTHING -> {}
                case HALF_A_LINE -> sender.send("POST /");
                case HALF_A_HEAD -> sender.post(token, json, length);
                case HALF_A_HEADER -> sender.post(token).send("X: " + "x".repeat(1000));
                case BODY_WITHOUT_TOKEN -> sender.post(json, length).send("\r\n[" + " ".repeat(HALF_BODY));
                case CHUNKS_WITHOUT_TOKEN ->
                    sender.post(json, "Transfer-Encoding: chunked").send("\r\n1\r\n[\r\n");
                case BODY_WITH_TOKEN -> sender.post(token, json, length).send("\r\n[" + " ".repeat(HALF_BODY));
                case CHUNKS_WITH_TOKEN ->
                    sender.post(token, json, "Transfer-Encoding: chunked").send("\r\n1\r\n[\r\n");
                case UPLOAD ->
                    sender.post("Content-Type: multipart/form-data; boundary=x", length)
                            .send("\r\n--x\r\n");
                case FORM ->
                    sender.post("Content-Type: application/x-www-form-urlencoded", length)
                            .send("\r\na=b");
                case NO_HTTP -> sender.send("\u0016\u0003\u0001\u0002\u0000\u0001");
                case PREFACE_OF_HTTP2 -> sender.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
                case ANSWERED_AND_IDLE -> {
                    sender.post(json, "Content-Length: 0").send("\r\n");
                    assertThat(sender.status()).isEqualTo(401);
                }
            }
        }
    }

    @Override
    void configure(CallAutomationComponent component) {
        component.setMaxBodySize(BODY_SIZE);
        component.setBodyTimeout(Duration.ofHours(1).toMillis());
        component.setHeadTimeout(Duration.ofHours(1).toMillis());
        component.setIdleTimeout(Duration.ofHours(1).toMillis());
        component.setMaxConnections(CONNECTIONS + 1);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events").to("mock:events");
                from("platform-http:/other").to("mock:other");
            }
        };
    }

    @AfterEach
    void close() throws IOException {
        for (RawSender sender : hostile) {
            sender.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void deliveriesAreAnsweredBesideThem(Kind kind) throws Exception {
        for (int i = 0; i < CONNECTIONS; i++) {
            RawSender sender = new RawSender(address());
            hostile.add(sender);
            kind.send(sender);
        }
        assertThatDeliveriesAreAnswered();
    }

    @Test
    void connectionsThatWaitGiveWayToNewOnes() throws Exception {
        for (int i = 0; i < 3 * CONNECTIONS; i++) {
            RawSender sender = new RawSender(address());
            hostile.add(sender);
            Kind.NOTHING.send(sender);
        }
        assertThatDeliveriesAreAnswered();
        assertThat(hostile.get(0).isClosedByPeer()).isTrue();
    }

    @Test
    void theConnectionThatHasWaitedLongestGivesWay() throws Exception {
        for (int i = 0; i <= CONNECTIONS; i++) {
            hostile.add(new RawSender(address()));
        }
        // connections are accepted in their order
        Kind.ANSWERED_AND_IDLE.send(hostile.get(CONNECTIONS));
        Kind.ANSWERED_AND_IDLE.send(hostile.get(0));
        hostile.add(new RawSender(address()));
        assertThat(hostile.get(1).isClosedByPeer()).isTrue();
        Kind.ANSWERED_AND_IDLE.send(hostile.get(0));
    }

    @Test
    void bodiesForOtherPathsGiveWayToo() throws Exception {
        URI other = address().resolve("/other");
        for (int i = 0; i < 2 * CONNECTIONS; i++) {
            RawSender sender = new RawSender(other);
            hostile.add(sender);
            sender.post("Content-Length: 1000").send("\r\n[");
        }
        assertThatDeliveriesAreAnswered();
    }

    private void assertThatDeliveriesAreAnswered() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < GOOD; i++) {
            HttpResponse<String> answer = client.send(
                    request()
                            .timeout(Duration.ofMinutes(1))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(callback("CallConnected", "good" + i, "{}")))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }
}
