package dev.callautomation.camel.internal.exchange;

import java.util.Set;

import dev.callautomation.camel.CallAutomationConfiguration;
import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.operation.CallOperation;
import dev.callautomation.camel.internal.operation.OperationCatalog;

/**
 * Validates the options of awaited operations. An option of an endpoint is rejected if its operation does not support it; a
 * default of the component is ignored by such operations.
 */
public final class AwaitOptions {

    private AwaitOptions() {}

    /** Whether an event reports the completion of the operation. */
    public static boolean canAwait(CallAutomationOperation operation) {
        return OperationCatalog.find(operation).completion() != null;
    }

    /**
     * @param  action                   {@code null} if the endpoint has no operation on calls
     * @param  given                    names of the options that the endpoint itself sets
     * @throws IllegalArgumentException if one of them is not supported
     */
    public static void check(CallAutomationOperation action, Set<String> given, CallAutomationConfiguration options) {
        if (options.getCompletionTimeout() != null
                && options.getCompletionTimeout().toMillis() < 1) {
            throw new IllegalArgumentException("The option completionTimeout must be 1 ms or longer, such as 2m");
        }
        ContextHeaders.of(options.getContextHeaders());
        boolean awaits = given.contains("awaitCompletion") && options.isAwaitCompletion();
        boolean cancels = given.contains("cancelOnTimeout") && options.isCancelOnTimeout();
        boolean contextHeaders = given.contains("contextHeaders") && options.getContextHeaders() != null;
        if (!awaits && !cancels && !contextHeaders) {
            return;
        }
        if (action == null) {
            throw new IllegalArgumentException(
                    "The options awaitCompletion, cancelOnTimeout and contextHeaders are for operations on calls; remove"
                            + " them from this endpoint");
        }
        CallOperation operation = OperationCatalog.find(action);
        if (awaits && operation.completion() == null) {
            throw new IllegalArgumentException("No event reports the completion of callautomation:" + action
                    + "; remove the option awaitCompletion");
        }
        if (cancels && operation.canceledBy() == null) {
            throw new IllegalArgumentException("callautomation:" + action
                    + " cannot be canceled at the service; remove the option cancelOnTimeout");
        }
        if (contextHeaders && !operation.echoesContext()) {
            throw new IllegalArgumentException("No event returns the operation context of callautomation:" + action
                    + "; remove the option contextHeaders");
        }
    }
}
