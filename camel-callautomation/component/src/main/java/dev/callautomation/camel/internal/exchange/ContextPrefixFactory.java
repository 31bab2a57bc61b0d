package dev.callautomation.camel.internal.exchange;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import dev.callautomation.camel.internal.support.OperationContextPrefix;
import dev.callautomation.camel.internal.support.TraceContext;

/**
 * Creates the prefixes of the operation contexts of an exchange.
 *
 * @param node           the id of this node if the completion is awaited; {@code null} if not
 * @param contextHeaders by name
 * @param traceContext   empty if the exchange is not traced
 * @param policy         signs the context headers and the trace context
 */
public record ContextPrefixFactory(
        String node, Map<String, String> contextHeaders, Map<String, String> traceContext, ContextHeaderPolicy policy) {

    /**
     * Returns {@code null} if there is nothing to add.
     *
     * @param applicationContext the operation context that it precedes; may be {@code null}
     */
    OperationContextPrefix prefix(UUID operation, String applicationContext) {
        if (node == null && contextHeaders.isEmpty() && traceContext.isEmpty()) {
            return null;
        }
        return Stream.of(traceContext, TraceContext.withoutState(traceContext), Map.<String, String>of())
                .distinct()
                .map(trace -> policy.sign(unsigned(operation, fields(trace)), applicationContext))
                .filter(prefix -> fits(prefix, applicationContext))
                .findFirst()
                // too long without a trace context, too, which is refused
                .orElseGet(() -> policy.sign(unsigned(operation, contextHeaders), applicationContext));
    }

    private Map<String, String> fields(Map<String, String> trace) {
        Map<String, String> fields = new HashMap<>(contextHeaders);
        fields.putAll(trace);
        return fields;
    }

    private static boolean fits(OperationContextPrefix prefix, String applicationContext) {
        return prefix != null
                && prefix.prependTo(applicationContext).length() <= OperationContextPrefix.MAX_OPERATION_CONTEXT;
    }

    private OperationContextPrefix unsigned(UUID operation, Map<String, String> fields) {
        if (node == null) {
            return fields.isEmpty() ? null : new OperationContextPrefix("", "", fields);
        }
        byte[] id = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(operation.getMostSignificantBits())
                .putLong(operation.getLeastSignificantBits())
                .array();
        return new OperationContextPrefix(
                node, Base64.getUrlEncoder().withoutPadding().encodeToString(id), fields);
    }
}
