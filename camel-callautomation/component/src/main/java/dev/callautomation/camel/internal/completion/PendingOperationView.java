package dev.callautomation.camel.internal.completion;

import java.time.Instant;

import dev.callautomation.camel.CallAutomationOperation;

/**
 * A pending operation at one moment.
 *
 * @param callConnectionId as received; not for logs without escaping. {@code null} if it is not known
 * @param since            when it was sent
 * @param deadline         when it times out; {@code null} if that is not known yet, or while the operation is being canceled
 */
public record PendingOperationView(
        CallAutomationOperation operation, String callConnectionId, Instant since, Instant deadline) {}
