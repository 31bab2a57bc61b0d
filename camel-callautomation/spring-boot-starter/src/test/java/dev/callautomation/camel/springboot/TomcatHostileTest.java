package dev.callautomation.camel.springboot;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import org.junit.jupiter.api.Test;

import static dev.callautomation.camel.springboot.TestApplication.PATH;
import static dev.callautomation.camel.springboot.TestApplication.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TomcatHostileTest extends HostileContract {

    TomcatHostileTest() {
        super(Container.TOMCAT);
    }

    /** A WebSocket that does nothing; Tomcat itself answers pings. */
    public static final class Quiet extends Endpoint {

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            // receives nothing
        }
    }

    private static final class Pong implements WebSocket.Listener {

        private final CompletableFuture<Boolean> received = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            received.complete(true);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            received.complete(false);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            received.complete(false);
        }
    }

    @Test
    void aWebSocketOfTheApplicationIsNotTakenForARequestThatWaitsForABody() throws Exception {
        try (TestApplication small =
                TestApplication.start(Container.TOMCAT, options -> options.setMaxConnections(2), Map.of())) {
            ((ServerContainer) small.servletContext().getAttribute(ServerContainer.class.getName()))
                    .addEndpoint(ServerEndpointConfig.Builder.create(Quiet.class, "/socket")
                            .build());
            Pong pong = new Pong();
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + small.port() + "/socket"), pong)
                    .join();
            // is processed by the processor that has upgraded the connection
            try (RawConnection slow = small.connect()) {
                slow.send(head(
                        "POST " + PATH,
                        small.authorization(),
                        "Content-Type: application/json",
                        "Content-Length: 1000",
                        "Expect: 100-continue"));
                assertThat(slow.response().status()).isEqualTo(100);
                assertThat(small.deliver()).isEqualTo(200);
                slow.awaitClose();
            }
            socket.sendPing(ByteBuffer.allocate(0));

            await().until(pong.received::isDone);
            assertThat(pong.received).isCompletedWithValue(true);
            socket.abort();
        }
    }
}
