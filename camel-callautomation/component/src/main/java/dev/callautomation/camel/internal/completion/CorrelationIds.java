package dev.callautomation.camel.internal.completion;

import java.util.function.BiConsumer;

/**
 * The ids by which events are correlated with an operation; {@code null} where one is not known. A field for each of the few
 * kinds takes 32 bytes for each pending operation, a map of them some 100.
 */
public record CorrelationIds(String operation, String call, String recording, String invitation) {

    static final CorrelationIds NONE = new CorrelationIds(null, null, null, null);

    /** {@code null} if it is not known. */
    public String get(CorrelationKey key) {
        return switch (key) {
            case OPERATION -> operation;
            case CALL -> call;
            case RECORDING -> recording;
            case INVITATION -> invitation;
        };
    }

    CorrelationIds with(CorrelationKey key, String id) {
        return switch (key) {
            case OPERATION -> new CorrelationIds(id, call, recording, invitation);
            case CALL -> new CorrelationIds(operation, id, recording, invitation);
            case RECORDING -> new CorrelationIds(operation, call, id, invitation);
            case INVITATION -> new CorrelationIds(operation, call, recording, id);
        };
    }

    /** Those that are known. */
    void forEach(BiConsumer<CorrelationKey, String> action) {
        accept(action, CorrelationKey.OPERATION, operation);
        accept(action, CorrelationKey.CALL, call);
        accept(action, CorrelationKey.RECORDING, recording);
        accept(action, CorrelationKey.INVITATION, invitation);
    }

    private static void accept(BiConsumer<CorrelationKey, String> action, CorrelationKey key, String id) {
        if (id != null) {
            action.accept(key, id);
        }
    }
}
