package dev.callautomation.simulator.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Every post ends, whatever the receiver answers. */
class HttpSenderTest {

    private static final Duration DEADLINE = Duration.ofMillis(600);

    private final Vertx vertx = Vertx.vertx();
    private final HttpSender httpSender = new HttpSender(vertx, Duration.ofMinutes(1));

    @AfterEach
    void stop() throws Exception {
        httpSender.close();
        get(vertx.close());
    }

    @Test
    void anAnswerThatTricklesEndsAtTheDeadlineAndItsConnectionIsClosed() throws Exception {
        try (ServerSocket receiver = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpSender shortSender = new HttpSender(vertx, DEADLINE)) {
            CompletableFuture<Void> cutOff = CompletableFuture.runAsync(() -> trickle(receiver));
            URI address = URI.create("http://127.0.0.1:" + receiver.getLocalPort() + "/cb");

            assertThatThrownBy(() -> get(shortSender.post(address, Map.of(), new byte[0])))
                    .hasCauseInstanceOf(TimeoutException.class);
            assertThat(cutOff).succeedsWithin(Duration.ofMinutes(1));
        }
    }

    @Test
    void ofAnEndlessAnswerOnlyTheBeginningIsKept() throws Exception {
        HttpServer receiver = get(vertx.createHttpServer()
                .requestHandler(request -> request.response().setStatusCode(202).end("x".repeat(5_000_000)))
                .listen(0, "127.0.0.1"));
        URI address = URI.create("http://127.0.0.1:" + receiver.actualPort() + "/cb");

        HttpSender.Answer answer = get(httpSender.post(address, Map.of(), new byte[0]));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).hasSizeLessThanOrEqualTo(64 * 1024);
    }

    @Test
    void anImpossibleAddressIsAFailureLikeAnyOther() {
        assertThat(httpSender
                        .post(URI.create("http://localhost:99999/cb"), Map.of(), new byte[0])
                        .failed())
                .isTrue();
    }

    /** Sends a byte often enough to look alive, until the other side has enough of it. */
    private static void trickle(ServerSocket receiver) {
        try (Socket connection = receiver.accept()) {
            // an answer to what has not been asked yet is another fault
            assertThat(connection.getInputStream().read()).isEqualTo('P');
            OutputStream out = connection.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            connection.setSoTimeout(100);
            while (isThere(connection)) {
                out.write('x');
                out.flush();
            }
        } catch (SocketException cutOff) {
            assertThat(cutOff).hasMessageMatching("(?i).*(reset|broken pipe|abort).*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what comes; a tenth of a second of silence means that the other side still waits. */
    private static boolean isThere(Socket connection) throws IOException {
        try {
            int next;
            do {
                next = connection.getInputStream().read();
            } while (next >= 0);
            return false;
        } catch (SocketTimeoutException silence) {
            return true;
        }
    }

    private static <T> T get(Future<T> future) throws ExecutionException, InterruptedException, TimeoutException {
        return future.toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
    }
}
