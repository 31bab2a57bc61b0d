package dev.callautomation.camel;

import java.time.Duration;
import java.util.Map;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.RouteThreads.Continuation;
import dev.callautomation.camel.client.ApiResponse;
import dev.callautomation.camel.completion.Outcome;
import dev.callautomation.camel.completion.Outcome.Ending;
import dev.callautomation.camel.completion.PendingOperation;
import dev.callautomation.camel.model.OperationTrace;
import dev.callautomation.camel.operation.Completion.Link;
import dev.callautomation.camel.operation.Expectation;
import dev.callautomation.camel.operation.Input;
import dev.callautomation.camel.operation.OperationInputs;
import dev.callautomation.camel.operation.OperationResult;

/** An operation of one exchange, from its request to the event that ends it. It ends once, with what comes first. */
final class AwaitedOperation {

    private static final Logger LOG = LoggerFactory.getLogger(AwaitedOperation.class);

    /** How long the event may take that tells what became of an operation that was cancelled. */
    private static final Duration CANCELLATION = Duration.ofSeconds(5);

    /** What an answer tells of the operation. */
    private static final Map<Link, Input> ANSWERED = Map.of(
            Link.CALL, Input.callConnectionId,
            Link.RECORDING, Input.recordingId,
            Link.INVITATION, Input.invitationId);

    private final AwaitingProducer producer;
    private final Exchange exchange;
    private final OperationInputs inputs;
    private final Continuation route;
    private final Settlement before;
    private volatile PendingOperation pending;
    private volatile OperationResult result = OperationResult.NOTHING;
    private volatile boolean cancelled;

    AwaitedOperation(AwaitingProducer producer, Exchange exchange, OperationInputs inputs, AsyncCallback callback) {
        this.producer = producer;
        this.exchange = exchange;
        this.inputs = inputs;
        this.route = producer.continuation(exchange, callback);
        this.before = Settlement.of(exchange);
    }

    /** @throws IllegalArgumentException if an input is missing or out of range; nothing is sent then */
    void send() {
        try {
            producer.send(exchange, inputs, this::register).onComplete(this::answered);
        } catch (RuntimeException e) {
            if (pending == null || pending.abandon()) {
                throw e;
            }
            LOG.debug("An operation failed here, but its event has come", e);
        }
    }

    private void register(Expectation expectation, OperationTrace trace) {
        pending = producer.pendingOperations()
                .register(producer.name(), expectation, trace, outcome -> route.goOn(() -> end(outcome)));
    }

    private void answered(AsyncResult<OperationResult> answer) {
        if (answer.failed()) {
            if (pending.abandon()) {
                route.goOn(() -> producer.finish(exchange, inputs, answer));
            } else {
                LOG.debug("An operation has no answer, but its event has come", answer.cause());
            }
            return;
        }
        result = answer.result();
        ANSWERED.forEach((link, input) -> {
            if (result.headers().get(input.header()) instanceof String id) {
                pending.watch(link, id);
            }
        });
        pending.deadline(producer.timeout().toMillis(), this::late);
        // the event that has led here has had its effect: the service knows of it
        before.tell();
    }

    /** On the timer's thread. */
    private void late() {
        Future<ApiResponse> cancellation = producer.cancel(exchange, inputs, result);
        if (cancellation == null) {
            pending.end(Ending.TIMED_OUT);
            return;
        }
        cancelled = true;
        cancellation.onComplete(answer -> {
            if (answer.failed()) {
                cancelled = false;
                LOG.warn("callautomation:{} was late and could not be cancelled", producer.name(), answer.cause());
            }
            // it may have ended at the last moment: its own event tells
            pending.deadline(CANCELLATION.toMillis(), () -> pending.end(Ending.TIMED_OUT));
        });
    }

    private void end(Outcome outcome) {
        before.tell();
        // the call that the operation has started, if it has started one
        String call = result.headers().get(Input.callConnectionId.header()) instanceof String started
                ? started
                : inputs.text(Input.callConnectionId);
        CallAutomationProducer.leaveHeaders(exchange, inputs, result);
        boolean undone = cancelled && producer.operation().cancelUndoesSuccess();
        Ending ending = undone && outcome.ending() == Ending.SUCCEEDED ? Ending.FAILED : outcome.ending();
        if (outcome.event() != null) {
            EventMessage.complete(exchange, outcome.event(), ending == Ending.SUCCEEDED);
            RequestLedger.begin(exchange, outcome.event().envelope());
            Settlement.untilCompleted(exchange, () -> outcome.settled().complete(null));
        }
        switch (ending) {
            case SUCCEEDED -> LOG.debug("{} ended callautomation:{}", outcome.event(), producer.name());
            case FAILED -> exchange.setException(cancelled ? producer.timedOut(call, true) : producer.failed(outcome));
            case TIMED_OUT -> exchange.setException(producer.timedOut(call, cancelled));
            case STOPPED ->
                exchange.setException(new CallAutomationCompletionException(
                        producer.name(),
                        call,
                        "was accepted, but its end is not waited for: the component stops. It goes on at the service"));
        }
    }
}
