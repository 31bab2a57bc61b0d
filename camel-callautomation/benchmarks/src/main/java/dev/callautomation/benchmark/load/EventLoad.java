package dev.callautomation.benchmark.load;

import java.util.List;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;

import dev.callautomation.benchmark.process.Commands;

/**
 * Posts events to other processes, one after another on each of several connections. Arguments: mix, events of a delivery,
 * requests at a time, port of the keys, number of tokens to be signed, calls at once.
 */
public final class EventLoad {

    private EventLoad() {}

    public static void main(String[] arguments) throws Exception {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        int inFlight = Integer.parseInt(arguments[2]);
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(inFlight)
                .setKeepAliveTimeout(300)
                .setDefaultHost("127.0.0.1"));
        Tokens tokens = new Tokens(Integer.parseInt(arguments[3]));
        tokens.publish(vertx).toCompletionStage().toCompletableFuture().get();
        List<String> signed = tokens.sign(Integer.parseInt(arguments[4]));
        EventMix mix = new EventMix(
                EventMix.Kind.parse(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[5]));
        // load PORT PATH SECONDS REQUESTS FIRST_TOKEN STEP: a step of 0 sends the same token always, no token before 0
        // paced PORT PATH SECONDS RATE
        new Commands()
                .on("paced", words -> new PacedLoad(vertx, client, Integer.parseInt(words[0]), words[1])
                        .run(Integer.parseInt(words[2]), Integer.parseInt(words[3])))
                .on("load", words -> new ClosedLoop(
                                vertx,
                                client,
                                mix,
                                new ClosedLoop.Target(
                                        Integer.parseInt(words[0]),
                                        words[1],
                                        Integer.parseInt(words[2]),
                                        Long.parseLong(words[3])),
                                new Authorization(signed, Integer.parseInt(words[4]), Integer.parseInt(words[5])))
                        .run(inFlight))
                .serve();
    }
}
