package dev.callautomation.benchmark.call;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;

import dev.callautomation.benchmark.load.LoadResult;
import dev.callautomation.benchmark.operation.HandSigner;
import dev.callautomation.benchmark.process.Commands;

/**
 * An application that creates calls and then lets each play something in turn, or ends it and creates another one; events
 * are answered and not read. All of it runs on one event loop. Arguments: connection string of the simulator, own port.
 */
final class SimulatorClientMain {

    private static final String VERSION = "?api-version=2026-03-12";
    private static final byte[] PLAY =
            "{\"playSources\":[{\"kind\":\"file\",\"file\":{\"uri\":\"https://files.example/welcome.wav\"}}]}"
                    .getBytes(StandardCharsets.UTF_8);
    private static final int GRACE_SECONDS = 20;
    private static final byte[] NOTHING = {};

    private final Vertx vertx;
    private final HttpClient client;
    private final HandSigner signer;
    private final int simulator;
    private final int ownPort;
    private final AtomicLong events = new AtomicLong();
    private final List<String> calls = new ArrayList<>();

    private SimulatorClientMain(Vertx vertx, String connectionString, int ownPort) {
        String[] parts = connectionString.split(";accesskey=");
        this.vertx = vertx;
        this.simulator = Integer.parseInt(parts[0].replaceAll(".*:(\\d+)/?", "$1"));
        this.ownPort = ownPort;
        this.signer = new HandSigner(parts[1], "localhost:" + simulator);
        this.client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(64));
    }

    public static void main(String[] arguments) throws Exception {
        Vertx vertx = Vertx.vertx();
        SimulatorClientMain main = new SimulatorClientMain(vertx, arguments[0], Integer.parseInt(arguments[1]));
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(main.ownPort))
                .requestHandler(request -> {
                    main.events.incrementAndGet();
                    request.response().end();
                })
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        new Commands()
                .on("create", words -> main.create(Integer.parseInt(words[0]), Integer.parseInt(words[1])))
                .on(
                        "run",
                        words -> main.run(
                                Integer.parseInt(words[0]),
                                Integer.parseInt(words[1]),
                                Integer.parseInt(words[2]),
                                Integer.parseInt(words[3])))
                .serve();
    }

    /** Creates calls and waits for CallConnected and ParticipantsUpdated of each. */
    private long create(int number, int inFlight) throws Exception {
        long before = events.get();
        new Loop(inFlight, started -> calls.size() >= number, count -> create(count)
                        .onSuccess(calls::add)
                        .mapEmpty())
                .run(60);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(GRACE_SECONDS);
        while (events.get() - before < 2L * number && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return events.get() - before;
    }

    private Future<String> create(long count) {
        String body =
                "{\"targets\":[{\"kind\":\"phoneNumber\",\"phoneNumber\":{\"value\":\"+1425%07d\"}}],".formatted(count)
                        + "\"sourceCallerIdNumber\":{\"value\":\"+18005550100\"},"
                        + "\"callbackUri\":\"http://127.0.0.1:" + ownPort + "/events\"}";
        return post("/calling/callConnections" + VERSION, body.getBytes(StandardCharsets.UTF_8), 201)
                .map(answer -> new JsonObject(answer).getString("callConnectionId"));
    }

    /**
     * Sends requests for a time.
     *
     * @param requests most requests
     * @param perCall  after so many requests a call ends and another one takes its place; 0 for never
     */
    private LoadResult run(int seconds, int inFlight, int requests, int perCall) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return new Loop(
                        inFlight,
                        started -> started >= requests || System.nanoTime() >= end,
                        count -> request((int) (count % calls.size()), count / calls.size(), perCall))
                .run(seconds);
    }

    private Future<Void> request(int call, long turn, int perCall) {
        String path = "/calling/callConnections/" + calls.get(call);
        // not all calls end in the same turn
        if (perCall == 0 || (turn + call) % perCall != 0) {
            return post(path + ":play" + VERSION, PLAY, 202).mapEmpty();
        }
        return post(path + ":terminate" + VERSION, NOTHING, 204)
                .compose(ended -> create(call))
                .onSuccess(created -> calls.set(call, created))
                .mapEmpty();
    }

    private Future<Buffer> post(String uri, byte[] body, int expected) {
        return client.request(HttpMethod.POST, simulator, "localhost", uri)
                .compose(request -> {
                    request.putHeader("Content-Type", "application/json");
                    return sign(request, uri, body).send(Buffer.buffer(body));
                })
                .compose(response -> response.statusCode() == expected
                        ? response.body()
                        : Future.failedFuture("status " + response.statusCode()));
    }

    private HttpClientRequest sign(HttpClientRequest request, String uri, byte[] body) {
        try {
            signer.sign("POST", uri, body, request.headers());
            return request;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts the next request when one has been answered, until the end. */
    private final class Loop {

        private final int inFlight;
        private final End end;
        private final Step step;
        private final CompletableFuture<LoadResult> result = new CompletableFuture<>();
        private final long start = System.nanoTime();
        private long started;
        private long done;
        private long failures;
        private int open;

        Loop(int inFlight, End end, Step step) {
            this.inFlight = inFlight;
            this.end = end;
            this.step = step;
        }

        LoadResult run(int seconds) throws Exception {
            vertx.runOnContext(ignored -> {
                open = inFlight;
                for (int i = 0; i < inFlight; i++) {
                    next();
                }
            });
            return result.get(seconds + GRACE_SECONDS, TimeUnit.SECONDS);
        }

        private void next() {
            if (end.reached(started)) {
                if (--open == 0) {
                    result.complete(new LoadResult(done, done, failures, (System.nanoTime() - start) / 1e9));
                }
                return;
            }
            step.start(started++).onComplete(answer -> {
                if (answer.succeeded()) {
                    done++;
                } else if (++failures == 1) {
                    System.out.println("failure: " + answer.cause());
                }
                next();
            });
        }
    }

    /** Whether to stop. */
    @FunctionalInterface
    private interface End {
        boolean reached(long started);
    }

    /** One request. */
    @FunctionalInterface
    private interface Step {
        Future<Void> start(long number);
    }
}
