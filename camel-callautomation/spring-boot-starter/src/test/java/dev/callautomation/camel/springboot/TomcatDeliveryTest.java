package dev.callautomation.camel.springboot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;

import dev.callautomation.camel.CallbackAuthentication;

import static dev.callautomation.camel.springboot.TestApplication.PATH;
import static dev.callautomation.camel.springboot.TestApplication.event;
import static dev.callautomation.camel.springboot.TestApplication.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TomcatDeliveryTest extends DeliveryContract {

    private static final int PIPELINED = 100;
    private static final int BATCHES = 10;

    /** A delivery that is accepted, so that the connection remains open. */
    private static final String DELIVERY = head(
                    "POST " + PATH,
                    "Content-Type: application/json",
                    "Content-Length: " + event("same").length())
            + event("same");

    TomcatDeliveryTest() {
        super(Container.TOMCAT);
    }

    @Test
    void aPeerThatReceivesNoResponsesIsDisconnectedAndHoldsNoThread() throws IOException {
        try (TestApplication open = smallBuffers();
                RawConnection peer = RawConnection.withSmallBuffer(open.port())) {
            await().until(() -> !peer.trySend(DELIVERY.repeat(PIPELINED)));
            assertThat(open.deliver()).isEqualTo(200);
        }
    }

    @Test
    void aPeerThatReceivesResponsesSlowlyReceivesAllOfThem() throws IOException {
        try (TestApplication open = smallBuffers()) {
            // a machine may be so busy that the peer receives nothing for long
            await().until(() -> receivedSlowly(open) == PIPELINED * BATCHES);
        }
    }

    private static int receivedSlowly(TestApplication application) throws IOException {
        try (RawConnection peer = RawConnection.withSmallBuffer(application.port())) {
            Thread sender = new Thread(() -> {
                for (int i = 0; i < BATCHES && peer.trySend(DELIVERY.repeat(PIPELINED)); i++) {
                    // sends
                }
            });
            sender.start();
            int received = 0;
            try {
                // byte by byte, which takes longer than to respond
                while (received < PIPELINED * BATCHES && peer.response().status() == 200) {
                    received++;
                }
            } catch (IOException e) {
                // the connection has been closed
            }
            return received;
        }
    }

    @Test
    void theTimeToSendIsLimitedForTheResponseToADeliveryOnly() throws IOException {
        try (TestApplication open = unlimited();
                RawConnection peer = open.connect()) {
            LimitedNioProtocol protocol = (LimitedNioProtocol) connector(open).getProtocolHandler();
            peer.send(DELIVERY);
            assertThat(peer.response().status()).isEqualTo(200);
            // the response arrives before the thread of the container goes on
            peer.send(head("GET /other"));
            assertThat(peer.response().status()).isEqualTo(404);

            assertThat(protocol.connections()).hasSize(1).allSatisfy(connection -> assertThat(
                            connection.getWriteTimeout())
                    .isEqualTo(protocol.getConnectionTimeout()));
        }
    }

    private static TestApplication unlimited() throws IOException {
        return TestApplication.start(
                Container.TOMCAT,
                options -> options.getConfiguration().setCallbackAuthentication(CallbackAuthentication.NONE),
                Map.of("server.tomcat.max-keep-alive-requests", "-1"));
    }

    private static TestApplication smallBuffers() throws IOException {
        TestApplication application = unlimited();
        connector(application).setProperty("socket.txBufSize", "4096");
        return application;
    }

    private static Connector connector(TestApplication application) {
        return ((TomcatWebServer) application.container()).getTomcat().getConnector();
    }

    @Test
    void aDeliveryMayComeWithHttp2() throws Exception {
        try (TestApplication modern = TestApplication.start(
                Container.TOMCAT,
                options -> options.getConfiguration().setCallbackAuthentication(CallbackAuthentication.NONE),
                Map.of("server.http2.enabled", "true"))) {
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
            HttpRequest.Builder address =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + modern.port() + PATH));
            // the first request upgrades the connection
            assertThat(client.send(address.copy().GET().build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(405);

            HttpResponse<Void> response = client.send(
                    address.header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(event("stream")))
                            .build(),
                    BodyHandlers.discarding());

            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(response.statusCode()).isEqualTo(200);
            await().untilAsserted(() -> assertThat(modern.events()).containsExactly("stream"));
        }
    }
}
