package dev.callautomation.camel.internal.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** Retries requests according to the policy, non-blocking. */
final class Attempts {

    private final Vertx vertx;
    private final RetryPolicy policy;
    private final Map<Long, Promise<Void>> pauses = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Attempts(Vertx vertx, RetryPolicy policy) {
        this.vertx = vertx;
        this.policy = policy;
    }

    /**
     * @param attempt sends the request; receives the number of the attempt, from 1
     * @param answer  the response within the outcome, which decides on a retry
     */
    <T> Future<T> run(ApiRequest request, IntFunction<Future<T>> attempt, Function<T, ApiResponse> answer) {
        return run(request, attempt, answer, 1);
    }

    private <T> Future<T> run(
            ApiRequest request, IntFunction<Future<T>> attempt, Function<T, ApiResponse> answer, int number) {
        return attempt.apply(number).transform(result -> {
            Optional<Duration> pause = result.succeeded()
                    ? policy.afterResponse(request, answer.apply(result.result()))
                    : afterFailure(request, result.cause(), number);
            if (pause.isEmpty()) {
                return result.succeeded()
                        ? Future.succeededFuture(result.result())
                        : Future.failedFuture(result.cause());
            }
            return pause(pause.get()).compose(ignored -> run(request, attempt, answer, number + 1));
        });
    }

    private Optional<Duration> afterFailure(ApiRequest request, Throwable failure, int attempt) {
        return CallAutomationClient.isNetworkFailure(failure)
                ? policy.afterFailure(request, failure, attempt)
                : Optional.empty();
    }

    private Future<Void> pause(Duration duration) {
        Promise<Void> promise = Promise.promise();
        long timer = vertx.setTimer(Math.max(1, duration.toMillis()), id -> {
            pauses.remove(id);
            promise.tryComplete();
        });
        pauses.put(timer, promise);
        if (closed) {
            abandon(timer);
        }
        return promise.future();
    }

    /** Fails requests that wait for a retry. */
    void close() {
        closed = true;
        pauses.keySet().forEach(this::abandon);
    }

    private void abandon(long timer) {
        vertx.cancelTimer(timer);
        Promise<Void> promise = pauses.remove(timer);
        if (promise != null) {
            promise.tryFail(new IOException("The Call Automation client was stopped before the retry of the request"));
        }
    }
}
