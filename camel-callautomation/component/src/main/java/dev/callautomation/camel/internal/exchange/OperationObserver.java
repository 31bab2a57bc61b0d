package dev.callautomation.camel.internal.exchange;

import java.util.function.Function;
import java.util.function.IntConsumer;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.CallAutomationRequestFailedException;
import dev.callautomation.camel.internal.client.ApiRequest;
import dev.callautomation.camel.internal.client.ApiResponse;
import dev.callautomation.camel.internal.completion.Outcome.Status;
import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.internal.journal.CallJournal;
import dev.callautomation.camel.internal.observation.Observations;
import dev.callautomation.camel.internal.observation.OperationOutcome;
import dev.callautomation.camel.internal.operation.OperationResult;
import dev.callautomation.camel.model.ResultInformation;

/**
 * Reports what happens to an operation. Start times are those of {@link System#nanoTime()}.
 *
 * @param journal {@code null} if requests are not recorded
 */
record OperationObserver(
        CallAutomationOperation operation,
        Observations observations,
        @Nullable CallJournal journal) {

    /**
     * Sends a request.
     *
     * @param request for the journal; {@code null} if it is not recorded, as that of a file
     * @param send    receives what is to be called before each retry
     * @param answer  the response within the result
     */
    <T> Future<T> request(
            @Nullable ApiRequest request, Function<IntConsumer, Future<T>> send, Function<T, ApiResponse> answer) {
        long start = System.nanoTime();
        if (journal != null && request != null) {
            return recorded(journal, request, send, answer, start);
        }
        return observed(send, answer, start);
    }

    private <T> Future<T> observed(Function<IntConsumer, Future<T>> send, Function<T, ApiResponse> answer, long start) {
        return send.apply(status -> observations.requestRetried(operation, status))
                .onComplete(result -> observations.requestEnded(
                        operation,
                        result.succeeded() ? answer.apply(result.result()).status() : 0,
                        System.nanoTime() - start));
    }

    private <T> Future<T> recorded(
            CallJournal to,
            ApiRequest request,
            Function<IntConsumer, Future<T>> send,
            Function<T, ApiResponse> answer,
            long start) {
        // before it is sent: its events may come before the response
        long number = to.request(
                operation.name(),
                request.method().name(),
                request.path(),
                request.body().bytes());
        return observed(send, answer, start).onComplete(result -> record(to, number, result.map(answer)));
    }

    private void record(CallJournal to, long number, AsyncResult<ApiResponse> result) {
        if (result.succeeded()) {
            ApiResponse response = result.result();
            to.response(number, operation.name(), response.status(), response.attempts(), response.body());
        } else {
            to.failure(number, operation.name(), result.cause());
        }
    }

    void accepted() {
        observations.operationAccepted(operation);
    }

    /** The operation ends with its response. */
    void answered(AsyncResult<OperationResult> result, long start) {
        if (result.succeeded()) {
            accepted();
            ended(OperationOutcome.ACCEPTED, null, start);
        } else if (result.cause() instanceof CallAutomationRequestFailedException refused
                && refused.getCode() != null) {
            ended(OperationOutcome.REFUSED, refused.getSubCode(), start);
        } else {
            ended(OperationOutcome.UNANSWERED, null, start);
        }
    }

    /** @param event {@code null} if no event has completed the operation */
    void completed(Status status, ReceivedEvent event, long start) {
        switch (status) {
            case SUCCEEDED -> ended(OperationOutcome.COMPLETED, null, start);
            case FAILED -> {
                ResultInformation result = event.envelope().resultInformation();
                ended(OperationOutcome.FAILED, result == null ? null : result.subCode(), start);
            }
            case TIMED_OUT -> ended(OperationOutcome.TIMED_OUT, null, start);
            case STOPPED -> ended(OperationOutcome.STOPPED, null, start);
        }
    }

    /** The same for another operation. */
    OperationObserver of(CallAutomationOperation other) {
        return new OperationObserver(other, observations, journal);
    }

    /** No request is sent. An invalid input is not counted. */
    void failedLocally(RuntimeException failure) {
        if (!(failure instanceof IllegalArgumentException)) {
            notSent();
        }
    }

    void notSent() {
        observations.operationEnded(operation, OperationOutcome.NOT_SENT, null, 0);
    }

    private void ended(OperationOutcome outcome, Integer subCode, long start) {
        observations.operationEnded(operation, outcome, subCode, System.nanoTime() - start);
    }
}
