package dev.callautomation.camel.internal.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.operation.EndpointOptions;
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
    private volatile @Nullable Resolved resolved;

    /** The options with the callback URIs that resulted from what a server has chosen at its start. */
    private record Resolved(
            @Nullable String lateCallbackUri, @Nullable String callbackPath, EndpointOptions options) {}

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
    public EndpointOptions values(@Nullable String lateCallbackUri) {
        // not before the server has been found, which has a path of its own
        String path = hasCallbackUri ? callbackPath.get() : null;
        Resolved known = resolved;
        if (known == null
                || !Objects.equals(known.callbackPath(), path)
                || !Objects.equals(known.lateCallbackUri(), lateCallbackUri)) {
            known = new Resolved(lateCallbackUri, path, new EndpointOptions(completed(lateCallbackUri, path)));
            resolved = known;
        }
        return known.options();
    }

    private Map<Input, Object> completed(@Nullable String lateCallbackUri, @Nullable String path) {
        if (!hasCallbackUri) {
            return values;
        }
        Map<Input, Object> completed = new HashMap<>(values);
        if (acceptsLateCallbackUri && lateCallbackUri != null) {
            completed.put(Inputs.CALLBACK_URI, lateCallbackUri);
        }
        String application = callbackUri == null ? lateCallbackUri : callbackUri;
        completed.replaceAll(
                (input, value) -> input.isCallbackUri() ? resolve(input, value.toString(), path, application) : value);
        return completed;
    }

    /** URIs of the origin of callbackUri lead to this application, and need its secret. */
    private String resolve(Input input, String uri, String path, String application) {
        String resolved = CallbackUri.resolve(uri, path);
        boolean own =
                input.equals(Inputs.CALLBACK_URI) || application != null && CallbackUri.sameOrigin(uri, application);
        return own ? CallbackUri.withSecret(resolved, callbackSecret) : resolved;
    }
}
