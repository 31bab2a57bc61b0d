package dev.callautomation.camel.internal.operation;

import java.util.Map;

/**
 * Result of an operation for the message.
 *
 * @param body    replaces the message body; {@code null} leaves it as it was
 * @param headers set on the message; a {@code null} value removes the header
 */
public record OperationResult(Object body, Map<String, Object> headers) {

    public static final OperationResult NOTHING = new OperationResult(null, Map.of());

    static OperationResult of(Object body) {
        return new OperationResult(body, Map.of());
    }
}
