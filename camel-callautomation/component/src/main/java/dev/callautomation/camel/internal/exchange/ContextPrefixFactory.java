package dev.callautomation.camel.internal.exchange;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import dev.callautomation.camel.internal.support.OperationContextPrefix;

/**
 * Creates the prefixes of the operation contexts of an exchange.
 *
 * @param node           the id of this node if the completion is awaited; {@code null} if not
 * @param contextHeaders by name
 * @param policy         signs the context headers
 */
public record ContextPrefixFactory(String node, Map<String, String> contextHeaders, ContextHeaderPolicy policy) {

    /**
     * Returns {@code null} if there is nothing to add.
     *
     * @param applicationContext the operation context that it precedes; may be {@code null}
     */
    OperationContextPrefix prefix(UUID operation, String applicationContext) {
        return policy.sign(unsigned(operation), applicationContext);
    }

    private OperationContextPrefix unsigned(UUID operation) {
        if (node == null) {
            return contextHeaders.isEmpty() ? null : new OperationContextPrefix("", "", contextHeaders);
        }
        byte[] id = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(operation.getMostSignificantBits())
                .putLong(operation.getLeastSignificantBits())
                .array();
        return new OperationContextPrefix(
                node, Base64.getUrlEncoder().withoutPadding().encodeToString(id), contextHeaders);
    }
}
