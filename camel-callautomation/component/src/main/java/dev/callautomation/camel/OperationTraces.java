package dev.callautomation.camel;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import dev.callautomation.camel.model.OperationTrace;

/**
 * What operations add to their operation context.
 *
 * @param node    who waits for the end of the operation; {@code null} if nobody does
 * @param carried headers, by name
 */
record OperationTraces(String node, Map<String, String> carried) {

    /** {@code null} if nothing is added. */
    OperationTrace of(UUID operation) {
        if (node == null) {
            return carried.isEmpty() ? null : new OperationTrace("", "", carried);
        }
        byte[] id = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(operation.getMostSignificantBits())
                .putLong(operation.getLeastSignificantBits())
                .array();
        return new OperationTrace(node, Base64.getUrlEncoder().withoutPadding().encodeToString(id), carried);
    }
}
