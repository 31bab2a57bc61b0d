package dev.callautomation.camel.internal.operation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The inputs of an operation by the names of their headers. Looking up the headers that a message has, and not the inputs that
 * an operation has, spares some 25 comparisons of long names for each operation.
 */
public final class InputHeaders {

    private final Map<String, Input> exact = new HashMap<>();
    private final Map<String, Input> inAnyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** @param inputs those that no header can set are left out */
    public InputHeaders(Collection<Input> inputs) {
        for (Input input : inputs) {
            if (input.overridable()) {
                exact.put(input.header(), input);
                inAnyCase.put(input.header(), input);
            }
        }
    }

    /** @param header in any case, as in Camel */
    @Nullable
    Input find(String header) {
        Input found = exact.get(header);
        return found == null && Input.mayBeHeader(header) ? inAnyCase.get(header) : found;
    }
}
