package dev.callautomation.camel.internal.client;

import java.time.Duration;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** Reads bodies of responses up to a limit. Called on the event loop of the response. */
final class BoundedBody {

    /** Maximum size of a document, in bytes; more than any that the service sends. */
    static final int DOCUMENT = 4 * 1024 * 1024;

    /** Number of bytes that are read of the body of an error response. */
    static final int ERROR = 64 * 1024;

    /** Time within which the body of an error response has to arrive. The status suffices without it. */
    static final Duration ERROR_TIMEOUT = Duration.ofSeconds(5);

    private final Buffer body = Buffer.buffer();
    private final Promise<Void> end = Promise.promise();

    private BoundedBody(HttpClientResponse response, int limit) {
        response.exceptionHandler(end::tryFail);
        response.endHandler(ignored -> end.tryComplete());
        response.handler(chunk -> {
            int room = limit - body.length();
            body.appendBuffer(chunk, 0, Math.min(room, chunk.length()));
            if (chunk.length() > room) {
                response.pause();
                // not a network failure: the next response would not be shorter
                end.tryFail(new IllegalStateException("The response has more than " + limit + " bytes"));
            }
        });
        response.resume();
    }

    /** All of a body; a failure if it is interrupted or longer than a document. */
    static Future<byte[]> document(HttpClientResponse response) {
        BoundedBody reading = new BoundedBody(response, DOCUMENT);
        return reading.end.future().map(ignored -> reading.body.getBytes());
    }

    /**
     * The beginning of the body of an error response; never a failure, as the status is what matters.
     *
     * @param timeout of the attempt, of which no more than half is waited
     */
    static Future<byte[]> error(HttpClientResponse response, Duration timeout) {
        BoundedBody reading = new BoundedBody(response, ERROR);
        Duration half = timeout.dividedBy(2);
        Duration time = half.compareTo(ERROR_TIMEOUT) < 0 ? half : ERROR_TIMEOUT;
        Vertx vertx = Vertx.currentContext().owner();
        long timer = vertx.setTimer(Math.max(1, time.toMillis()), id -> reading.end.tryFail("timeout"));
        return reading.end
                .future()
                .onComplete(ignored -> vertx.cancelTimer(timer))
                .onFailure(ignored -> Responses.discard(response))
                .transform(ignored -> Future.succeededFuture(reading.body.getBytes()));
    }
}
