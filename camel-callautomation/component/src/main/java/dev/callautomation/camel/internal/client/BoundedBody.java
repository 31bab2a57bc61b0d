package dev.callautomation.camel.internal.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** Reads the body of an error response up to a limit. */
final class BoundedBody {

    private static final int MAX_BYTES = 64 * 1024;

    private BoundedBody() {}

    /**
     * @param  response paused
     * @param  deadline timeout for the body
     * @return          the bytes received; never a failure, as the status is what matters
     */
    static Future<byte[]> read(HttpClientResponse response, Duration deadline) {
        Buffer body = Buffer.buffer();
        Promise<Void> end = Promise.promise();
        response.exceptionHandler(end::tryFail);
        response.endHandler(ignored -> end.tryComplete());
        response.handler(chunk -> {
            body.appendBuffer(chunk);
            if (body.length() > MAX_BYTES) {
                end.tryFail("too long");
            }
        });
        response.resume();
        return end.future()
                .timeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(ignored -> response.request().reset())
                .transform(ignored -> Future.succeededFuture(body.getBytes()));
    }
}
