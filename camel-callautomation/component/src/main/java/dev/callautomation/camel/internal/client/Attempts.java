package dev.callautomation.camel.internal.client;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** Retries requests according to the policy, non-blocking. */
final class Attempts {

    private final Vertx vertx;
    private final RetryPolicy policy;
    private final Set<Deadline> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Attempts(Vertx vertx, RetryPolicy policy) {
        this.vertx = vertx;
        this.policy = policy;
    }

    /**
     * @param deadline no retry begins after it
     * @param attempt  sends the request; receives the number of the attempt, from 1
     * @param answer   the response within the outcome, which decides on a retry
     * @param onRetry  called before each retry, with the HTTP status of the attempt before; 0 if it had no response
     */
    <T> Future<T> run(
            ApiRequest request,
            Deadline deadline,
            IntFunction<Future<T>> attempt,
            Function<T, ApiResponse> answer,
            IntConsumer onRetry) {
        running.add(deadline);
        if (closed) {
            deadline.expire();
        }
        return run(request, deadline, attempt, answer, onRetry, 1).onComplete(ended -> running.remove(deadline));
    }

    private <T> Future<T> run(
            ApiRequest request,
            Deadline deadline,
            IntFunction<Future<T>> attempt,
            Function<T, ApiResponse> answer,
            IntConsumer onRetry,
            int number) {
        return attempt.apply(number).transform(result -> {
            Optional<Duration> pause = result.succeeded()
                    ? policy.afterResponse(request, answer.apply(result.result()))
                    : afterFailure(request, result.cause(), number);
            if (pause.isEmpty() || pause.get().compareTo(deadline.remaining()) >= 0) {
                return result.succeeded()
                        ? Future.succeededFuture(result.result())
                        : Future.failedFuture(result.cause());
            }
            int status = result.succeeded() ? answer.apply(result.result()).status() : 0;
            return pause(pause.get(), deadline).compose(ignored -> {
                onRetry.accept(status);
                return run(request, deadline, attempt, answer, onRetry, number + 1);
            });
        });
    }

    private Optional<Duration> afterFailure(ApiRequest request, Throwable failure, int attempt) {
        return CallAutomationClient.isNetworkFailure(failure)
                ? policy.afterFailure(request, failure, attempt)
                : Optional.empty();
    }

    private Future<Void> pause(Duration duration, Deadline deadline) {
        Promise<Void> promise = Promise.promise();
        long timer = vertx.setTimer(Math.max(1, duration.toMillis()), id -> promise.tryComplete());
        Runnable expired = () -> {
            vertx.cancelTimer(timer);
            promise.tryFail(new TimeoutException("The operation timed out or was stopped before a retry"));
        };
        deadline.onExpiry(expired);
        return promise.future().onComplete(ended -> deadline.remove(expired));
    }

    /** Aborts requests in flight, and fails those that wait for a retry. */
    void close() {
        closed = true;
        running.forEach(Deadline::expire);
    }
}
