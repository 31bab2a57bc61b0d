package dev.callautomation.benchmark.operation;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;

import dev.callautomation.benchmark.peer.HandEvents;
import dev.callautomation.benchmark.process.Commands;

/**
 * Vert.x WebClient, Jackson and HMAC by hand. Arguments: port of the stub, own port or 0 if operations are not awaited,
 * threads that the application goes on on, or 0 for the event loop.
 */
final class BareOperationMain {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final WebClient client;
    private final HandSigner signer;
    private final Executor continuation;
    private final boolean await;
    private final Map<String, Promise<HandEvents.Event>> waiting = new ConcurrentHashMap<>();

    private BareOperationMain(WebClient client, HandSigner signer, Executor continuation, boolean await) {
        this.client = client;
        this.signer = signer;
        this.continuation = continuation;
        this.await = await;
    }

    public static void main(String[] arguments) throws Exception {
        int stub = Integer.parseInt(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        ExecutorService pool = threads == 0 ? null : Executors.newFixedThreadPool(threads);
        Vertx vertx = Vertx.vertx();
        WebClient client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setSsl(true)
                        .setDefaultHost(Requests.HOST)
                        .setDefaultPort(stub)
                        .setMaxPoolSize(64)
                        .setKeepAliveTimeout(300));
        BareOperationMain bare = new BareOperationMain(
                client,
                new HandSigner(Requests.KEY, Requests.HOST + ":" + stub),
                pool == null ? Runnable::run : pool,
                port != OperationLoop.NO_EVENTS);
        if (bare.await) {
            vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                    .requestHandler(request -> request.body().onSuccess(body -> bare.event(request, body)))
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
        }
        new OperationLoop(new Commands(), port, bare::start).serve();
    }

    private void start(String call, long number, OperationLoop.Done done) throws Exception {
        String context = UUID.randomUUID().toString();
        boolean play = Requests.plays(number, await);
        byte[] body = MAPPER.writeValueAsBytes(play ? Requests.Play.of(context) : Requests.Add.of(context));
        Future<?> result;
        if (await) {
            Promise<HandEvents.Event> completion = Promise.promise();
            waiting.put(context, completion);
            result = send(call, ":play", body).compose(response -> completion.future());
        } else if (play) {
            result = send(call, ":play", body);
        } else {
            result = send(call, "/participants:add", body).map(BareOperationMain::added);
        }
        result.onComplete(ended -> continuation.execute(() -> done.ended(ended.cause())));
    }

    private Future<Buffer> send(String call, String action, byte[] body) throws Exception {
        String uri = "/calling/callConnections/" + call + action + "?api-version=2026-03-12";
        HttpRequest<Buffer> request = client.post(uri)
                .putHeader("Content-Type", "application/json")
                .putHeader("Accept", "application/json")
                .putHeader("Repeatability-Request-ID", UUID.randomUUID().toString());
        signer.sign("POST", uri, body, request.headers());
        return request.timeout(30_000)
                .sendBuffer(Buffer.buffer(body))
                .compose(response -> response.statusCode() == 202
                        ? Future.succeededFuture(response.body())
                        : Future.failedFuture(new IOException("Status " + response.statusCode())));
    }

    private static Requests.Added added(Buffer body) {
        try {
            return MAPPER.readValue(body.getBytes(), Requests.Added.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void event(HttpServerRequest request, Buffer body) {
        List<HandEvents.Event> events;
        try {
            events = HandEvents.parse(body.getBytes());
        } catch (IOException e) {
            request.response().setStatusCode(400).end();
            return;
        }
        request.response().end();
        for (HandEvents.Event event : events) {
            Promise<HandEvents.Event> completion = waiting.remove(event.data().operationContext());
            if (completion != null) {
                completion.complete(event);
            } else {
                reply(event);
            }
        }
    }

    /** The next request of a call whose event was awaited by no operation. */
    private void reply(HandEvents.Event event) {
        try {
            send(
                            event.data().callConnectionId(),
                            ":play",
                            MAPPER.writeValueAsBytes(
                                    Requests.Play.of(UUID.randomUUID().toString())))
                    .onFailure(Throwable::printStackTrace);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
