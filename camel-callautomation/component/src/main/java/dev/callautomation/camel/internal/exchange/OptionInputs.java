package dev.callautomation.camel.internal.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.operation.Input;
import dev.callautomation.camel.internal.operation.Inputs;
import dev.callautomation.camel.internal.operation.OperationCatalog;

/** The endpoint options that an operation reads, as far as they are set. */
public final class OptionInputs {

    private final Map<Input, Object> values = new HashMap<>();
    private final Supplier<String> callbackPath;
    private final String callbackSecret;
    private final String callbackUri;
    private final boolean acceptsLateCallbackUri;
    private final boolean hasCallbackUri;

    /**
     * @param options        returns the value of an option; {@code null} if it is not set
     * @param callbackPath   path that the component receives events at, for callback URIs without a path
     * @param callbackSecret secret that callback URIs are completed with; may be {@code null}
     */
    public OptionInputs(
            CallAutomationOperation operation,
            Function<String, Object> options,
            Supplier<String> callbackPath,
            String callbackSecret) {
        this.callbackPath = callbackPath;
        this.callbackSecret = callbackSecret;
        Object own = options.apply(Inputs.CALLBACK_URI.option());
        this.callbackUri = own == null ? null : own.toString();
        Set<Input> inputs = OperationExecutor.inputs(OperationCatalog.find(operation));
        for (Input input : inputs) {
            Object value = options.apply(input.option());
            if (value != null) {
                values.put(input, value);
            }
        }
        this.acceptsLateCallbackUri = inputs.contains(Inputs.CALLBACK_URI) && !values.containsKey(Inputs.CALLBACK_URI);
        this.hasCallbackUri = acceptsLateCallbackUri || values.keySet().stream().anyMatch(Input::isCallbackUri);
    }

    /**
     * @param lateCallbackUri the callback URI of the component, which may be set when a server has chosen a free port; may be
     *                        {@code null}
     */
    public Map<Input, Object> values(String lateCallbackUri) {
        if (!hasCallbackUri) {
            return values;
        }
        Map<Input, Object> completed = new HashMap<>(values);
        if (acceptsLateCallbackUri && lateCallbackUri != null) {
            completed.put(Inputs.CALLBACK_URI, lateCallbackUri);
        }
        String application = callbackUri == null ? lateCallbackUri : callbackUri;
        // not before the server has been found, which has a path of its own
        completed.replaceAll(
                (input, value) -> input.isCallbackUri() ? resolve(input, value.toString(), application) : value);
        return completed;
    }

    /** URIs of the origin of callbackUri lead to this application, and need its secret. */
    private String resolve(Input input, String uri, String application) {
        String resolved = CallbackUri.resolve(uri, callbackPath.get());
        boolean own =
                input.equals(Inputs.CALLBACK_URI) || application != null && CallbackUri.sameOrigin(uri, application);
        return own ? CallbackUri.withSecret(resolved, callbackSecret) : resolved;
    }
}
