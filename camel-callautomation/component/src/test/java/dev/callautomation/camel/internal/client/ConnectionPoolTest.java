package dev.callautomation.camel.internal.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.camel.OtherNameCertificate;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionPoolTest {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int REQUESTS = 50;
    private static final int MOST_OPENING = 8;
    private static final long LONG = Duration.ofHours(1).toMillis();

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final AtomicBoolean aborted = new AtomicBoolean();
    private final AtomicInteger accepted = new AtomicInteger();
    private final ConcurrentLinkedQueue<NetSocket> open = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        get(vertx.close());
    }

    private static <T> T get(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private static RequestOptions to(int port) {
        return new RequestOptions().setHost(LOOPBACK).setPort(port).setURI("/");
    }

    private static RequestOptions tls(int port) {
        return to(port).setSsl(true);
    }

    /** All of them in one task of the event loop. */
    private List<Future<HttpClientRequest>> ask(ConnectionPool pool, RequestOptions options) {
        Promise<List<Future<HttpClientRequest>>> asked = Promise.promise();
        loop.runOnContext(turn -> {
            List<Future<HttpClientRequest>> requests = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                requests.add(pool.request(new RequestOptions(options), aborted::get));
            }
            asked.complete(requests);
        });
        return get(asked.future());
    }

    private ConnectionPool pool(int port, long longestMillis) {
        return new ConnectionPool(
                vertx,
                new HttpClientOptions()
                        .setMaxPoolSize(REQUESTS + 1)
                        .setTrustAll(true)
                        .setSslHandshakeTimeout(10)
                        .setSslHandshakeTimeoutUnit(TimeUnit.MINUTES),
                new ServiceEndpoint(LOOPBACK, port, true),
                longestMillis);
    }

    /** The port of a server that answers no handshake of TLS. */
    private int silent() {
        return get(vertx.createNetServer()
                        .connectHandler(socket -> {
                            open.add(socket);
                            accepted.incrementAndGet();
                        })
                        .listen(0, LOOPBACK))
                .actualPort();
    }

    private void closeUntilComplete(List<? extends Future<?>> requests) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            for (NetSocket socket = open.poll(); socket != null; socket = open.poll()) {
                socket.close();
            }
            return requests.stream().allMatch(Future::isComplete);
        });
    }

    @Test
    void requestsThatComeAtOnceDoNotOpenAConnectionEach() {
        int port = silent();
        List<Future<HttpClientRequest>> requests = ask(pool(port, LONG), tls(port));
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> accepted.get() >= MOST_OPENING);
        aborted.set(true);
        closeUntilComplete(requests);

        assertThat(requests).allMatch(Future::failed);
        assertThat(accepted).hasValue(MOST_OPENING);
    }

    @Test
    void noRequestWaitsForLong() {
        int port = silent();
        assertThatAllAreConnected(port, pool(port, 1));
    }

    @Test
    void requestsToOtherServersDoNotWait() {
        int port = silent();
        assertThatAllAreConnected(port, pool(port + 1, LONG));
    }

    private void assertThatAllAreConnected(int port, ConnectionPool pool) {
        List<Future<HttpClientRequest>> requests = ask(pool, tls(port));
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> accepted.get() == REQUESTS);
        closeUntilComplete(requests);

        assertThat(requests).allMatch(Future::failed);
    }

    @Test
    void requestsThatWaitFailWithTheirPool() {
        int port = silent();
        ConnectionPool pool = pool(port, LONG);
        List<Future<HttpClientRequest>> requests = ask(pool, tls(port));
        pool.close();
        closeUntilComplete(requests);

        assertThat(requests).allMatch(Future::failed);
    }

    @Test
    void aRequestThatCannotAskForAConnectionFails() {
        ConnectionPool pool = pool(1, LONG);
        pool.close();

        List<Future<HttpClientRequest>> requests = ask(pool, to(1));
        closeUntilComplete(requests);

        assertThat(requests).allMatch(Future::failed);
    }

    /** A server that responds to the first request at once, and to others when it has all of them. */
    @Test
    void connectionsAreUsedAgainAndMoreAreOpenedWhereResponsesComeLate() {
        List<HttpServerRequest> held = new ArrayList<>();
        AtomicInteger connections = new AtomicInteger();
        int port = get(vertx.createHttpServer()
                        .connectionHandler(connection -> connections.incrementAndGet())
                        .requestHandler(request -> {
                            held.add(request);
                            if (held.size() == 1) {
                                request.response().end();
                            } else if (held.size() == REQUESTS + 1) {
                                held.subList(1, held.size())
                                        .forEach(late -> late.response().end());
                            }
                        })
                        .listen(0, LOOPBACK))
                .actualPort();
        ConnectionPool pool = pool(port, LONG);
        get(pool.request(to(port), aborted::get)
                .compose(HttpClientRequest::send)
                .compose(HttpClientResponse::end));

        List<Future<Void>> responses = ask(pool, to(port)).stream()
                .map(request -> request.compose(HttpClientRequest::send).compose(HttpClientResponse::end))
                .toList();

        assertThat(get(Future.all(responses)).succeeded()).isTrue();
        assertThat(connections).hasValue(REQUESTS);
    }

    /** The port of a server that answers the first handshake of TLS only. */
    private int answeringOnce(Path folder) throws Exception {
        int server = get(vertx.createHttpServer(new HttpServerOptions()
                                .setSsl(true)
                                .setKeyCertOptions(new OtherNameCertificate(folder, "ip:127.0.0.1").server()))
                        .requestHandler(request -> request.response().end())
                        .listen(0, LOOPBACK))
                .actualPort();
        AtomicBoolean first = new AtomicBoolean(true);
        return get(vertx.createNetServer()
                        .connectHandler(socket -> {
                            if (first.getAndSet(false)) {
                                forward(socket, server);
                            } else {
                                open.add(socket);
                                accepted.incrementAndGet();
                            }
                        })
                        .listen(0, LOOPBACK))
                .actualPort();
    }

    @Test
    void aConnectionThatIsBeingClosedIsNotTakenForAnIdleOne(@TempDir Path folder) throws Exception {
        int port = answeringOnce(folder);
        ConnectionPool pool = pool(port, LONG);
        HttpClientRequest before = get(pool.request(tls(port), aborted::get));
        List<Future<HttpClientRequest>> requests = ask(pool, tls(port));
        Promise<Void> closed = Promise.promise();

        loop.runOnContext(turn -> {
            Responses.close(before);
            // after the tasks that this has added
            loop.runOnContext(second -> loop.runOnContext(third -> closed.complete()));
        });
        get(closed.future());
        aborted.set(true);
        closeUntilComplete(requests);

        assertThat(requests).allMatch(Future::failed);
        assertThat(accepted).hasValue(MOST_OPENING);
    }

    @Test
    void aConnectionThatBecomesIdleIsUsedWhileOthersAreBeingOpened(@TempDir Path folder) throws Exception {
        int port = answeringOnce(folder);
        ConnectionPool pool = pool(port, LONG);
        HttpClientRequest before = get(pool.request(tls(port), aborted::get));
        List<Future<HttpClientRequest>> requests = ask(pool, tls(port));
        assertThat(requests).noneMatch(Future::isComplete);

        get(before.send().compose(HttpClientResponse::end));
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> requests.stream()
                .anyMatch(Future::isComplete));

        assertThat(requests).filteredOn(Future::succeeded).hasSize(1);
        aborted.set(true);
        requests.stream()
                .filter(Future::succeeded)
                .forEach(request -> request.result().connection().close());
        closeUntilComplete(requests);
    }

    private void forward(NetSocket socket, int port) {
        socket.pause();
        vertx.createNetClient().connect(port, LOOPBACK).onSuccess(server -> {
            server.pipeTo(socket);
            socket.pipeTo(server);
        });
    }
}
