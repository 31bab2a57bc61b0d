package dev.callautomation.camel.internal.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.operation.Input;
import dev.callautomation.camel.internal.operation.Inputs;
import dev.callautomation.camel.internal.operation.OperationCatalog;

/** The endpoint options that an operation reads, as far as they are set. */
public final class OptionInputs {

    private final Map<Input, Object> values = new HashMap<>();
    private final String callbackPath;
    private final boolean acceptsLateCallbackUri;

    /**
     * @param options      returns the value of an option; {@code null} if it is not set
     * @param callbackPath path that the component receives events at, for callback URIs without a path
     */
    public OptionInputs(CallAutomationOperation operation, Function<String, Object> options, String callbackPath) {
        this.callbackPath = callbackPath;
        Set<Input> inputs = OperationExecutor.inputs(OperationCatalog.find(operation));
        for (Input input : inputs) {
            Object value = options.apply(input.option());
            if (value != null) {
                values.put(input, input.isCallbackUri() ? resolve(value) : value);
            }
        }
        this.acceptsLateCallbackUri = inputs.contains(Inputs.CALLBACK_URI) && !values.containsKey(Inputs.CALLBACK_URI);
    }

    private String resolve(Object callbackUri) {
        return CallbackUri.resolve(callbackUri.toString(), callbackPath);
    }

    /**
     * @param lateCallbackUri the callback URI of the component, which may be set when a server has chosen a free port; may be
     *                        {@code null}
     */
    public Map<Input, Object> values(String lateCallbackUri) {
        if (!acceptsLateCallbackUri || lateCallbackUri == null) {
            return values;
        }
        Map<Input, Object> completed = new HashMap<>(values);
        completed.put(Inputs.CALLBACK_URI, resolve(lateCallbackUri));
        return completed;
    }
}
