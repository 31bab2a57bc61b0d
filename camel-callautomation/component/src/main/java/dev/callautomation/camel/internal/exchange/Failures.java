package dev.callautomation.camel.internal.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;

import dev.callautomation.camel.CallAutomationException;
import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.CallAutomationOperationFailedException;
import dev.callautomation.camel.CallAutomationRequestFailedException;
import dev.callautomation.camel.CallAutomationStoppedException;
import dev.callautomation.camel.CallAutomationTimeoutException;
import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.internal.client.ApiResponse;
import dev.callautomation.camel.internal.client.CallAutomationClient;
import dev.callautomation.camel.internal.support.EventDescription;
import dev.callautomation.camel.internal.support.IdentifierMask;
import dev.callautomation.camel.model.SubCodes;

/**
 * Creates the exceptions of one operation.
 *
 * @param operation the operation that fails
 * @param mask      masks identifiers in messages
 */
record Failures(CallAutomationOperation operation, IdentifierMask mask) {

    /** The service refused a request. */
    CallAutomationException refused(String callConnectionId, ApiResponse response) {
        ErrorDocument error = ErrorDocument.parse(response.body());
        return new CallAutomationRequestFailedException(
                operation,
                callConnectionId,
                new CallAutomationRequestFailedException.Response(
                        response.status(),
                        error.code(),
                        response.requestId(),
                        response.retryAfter(),
                        mask.in(new String(response.body(), StandardCharsets.UTF_8))),
                mask.in(describe(response, error)));
    }

    static String describe(ApiResponse response, ErrorDocument error) {
        StringBuilder message = new StringBuilder("was refused with HTTP status ").append(response.status());
        if (error.code() != null) {
            message.append(", code ").append(error.code());
            String description = error.code().matches("\\d{1,9}")
                    ? SubCodes.description(response.status(), Integer.valueOf(error.code()))
                    : null;
            if (description != null) {
                message.append(" (").append(description).append(')');
            }
        }
        if (error.message() != null) {
            message.append(": ").append(error.message());
        }
        if (response.attempts() > 1) {
            message.append(" [after ").append(response.attempts()).append(" attempts]");
        }
        return message.append(" [request ")
                .append(response.requestId())
                .append(']')
                .toString();
    }

    /** The service did not respond, or not in a usable way. */
    CallAutomationException unanswered(String callConnectionId, Throwable cause) {
        if (cause instanceof CallAutomationException known) {
            return known;
        }
        return new CallAutomationRequestFailedException(
                operation,
                callConnectionId,
                "failed without a usable response of the service: "
                        + cause.getClass().getSimpleName() + ": " + mask.in(cause.getMessage()),
                CallAutomationClient.isNetworkFailure(cause),
                mask.cause(cause));
    }

    /** Too many operations are pending, so that no request was sent. */
    CallAutomationException notSent(String callConnectionId, RejectedExecutionException cause) {
        return new CallAutomationRequestFailedException(operation, callConnectionId, cause.getMessage(), true, cause);
    }

    /** An event reported the failure of an accepted operation. */
    CallAutomationException failed(CallAutomationEvent event) {
        return new CallAutomationOperationFailedException(operation, event, mask.in(EventDescription.of(event)));
    }

    /** No event reported the completion of an operation in time. */
    CallAutomationException timedOut(
            String callConnectionId, Set<String> types, Duration timeout, boolean accepted, boolean canceled) {
        return new CallAutomationTimeoutException(operation, callConnectionId, types, timeout, accepted, canceled);
    }

    /** The component stopped while an accepted operation was pending. */
    CallAutomationException stopped(String callConnectionId) {
        return new CallAutomationStoppedException(operation, callConnectionId);
    }
}
