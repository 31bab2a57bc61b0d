package dev.callautomation.simulator.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

import dev.callautomation.simulator.execution.OpenRequests;
import dev.callautomation.simulator.fault.OperationFault;
import dev.callautomation.simulator.fault.Reset;

/** One request that waits for its answer. */
final class PendingResponse {

    private static final int TOO_MANY_REQUESTS = 429;

    private final HttpServerRequest http;
    private final RequestTimeline.Note note;
    private final FaultInjector faultInjector;
    private final OpenRequests open;
    private final Promise<Void> gate = Promise.promise();
    private Optional<OperationFault> fault = Optional.empty();

    PendingResponse(HttpServerRequest http, RequestTimeline.Note note, FaultInjector faultInjector, OpenRequests open) {
        this.http = http;
        this.note = note;
        this.faultInjector = faultInjector;
        this.open = open;
        open.begins();
    }

    /** Opens when the answer has been written, or when events may overtake it. */
    Future<Void> gate() {
        return gate.future();
    }

    /** Selects the fault to inject; the result is the answer instead of executing the operation. */
    Optional<Reply> refusal() {
        fault = faultInjector.match(note);
        return fault.filter(each -> !each.executes()).map(FaultInjector::refusal);
    }

    void answer(Reply reply) {
        note.received(reply);
        fault.ifPresent(each -> note.fault(note.operation() + " " + each.description()));
        Future<Boolean> ready = faultInjector.untilAnswer(note, reply, fault, gate::tryComplete);
        boolean waits = !ready.isComplete();
        if (waits) {
            open.ends();
        }
        ready.onComplete(now -> {
            if (waits) {
                open.begins();
            }
            send(reply).onComplete(done -> {
                gate.tryComplete();
                open.ends();
            });
        });
    }

    private Future<Void> send(Reply reply) {
        if (fault.map(OperationFault::reset).orElse(Reset.NONE) != Reset.NONE) {
            return http.connection().close();
        }
        Map<String, String> headers = headers(reply);
        byte[] body = reply.json();
        note.answered(reply, headers, body);
        HttpServerResponse response = http.response();
        if (response.closed()) {
            // the client has not waited
            return Future.succeededFuture();
        }
        headers.forEach(response::putHeader);
        return response.setStatusCode(reply.status()).end(Buffer.buffer(body));
    }

    private Map<String, String> headers(Reply reply) {
        Map<String, String> headers = new LinkedHashMap<>();
        String id = http.getHeader("x-ms-client-request-id");
        if (id != null) {
            headers.put("x-ms-client-request-id", id);
        }
        fault.map(OperationFault::retryAfterSeconds)
                .ifPresent(seconds -> headers.put("Retry-After", String.valueOf(seconds)));
        if (fault.isEmpty() && reply.status() == TOO_MANY_REQUESTS) {
            headers.put("Retry-After", "1");
        }
        if (reply.body() != null) {
            headers.put("Content-Type", Reply.CONTENT_TYPE);
        }
        return headers;
    }
}
