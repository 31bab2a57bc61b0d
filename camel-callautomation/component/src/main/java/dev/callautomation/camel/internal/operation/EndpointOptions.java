package dev.callautomation.camel.internal.operation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The options of an endpoint that are set, and the request that they alone lead to, which is prepared once. */
public final class EndpointOptions {

    private final Map<Input, Object> values;
    private final boolean constant;
    // the endpoint has one operation, so that there is one type of request
    private volatile @Nullable PreparedRequest<?> prepared;

    public EndpointOptions(Map<Input, Object> values) {
        this.values = Map.copyOf(values);
        this.constant = this.values.values().stream().allMatch(EndpointOptions::isConstant);
    }

    private static boolean isConstant(Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum
                || value instanceof Duration;
    }

    /** Whether no value can change, as a bean of the registry can. */
    boolean areConstant() {
        return constant;
    }

    EndpointOptions without(Input input) {
        if (!values.containsKey(input)) {
            return this;
        }
        Map<Input, Object> others = new HashMap<>(values);
        others.remove(input);
        return new EndpointOptions(others);
    }

    Map<Input, Object> values() {
        return values;
    }

    @Nullable
    PreparedRequest<?> prepared() {
        return prepared;
    }

    void prepared(PreparedRequest<?> request) {
        prepared = request;
    }
}
