package dev.callautomation.camel;

import java.util.Set;

import dev.callautomation.camel.operation.CallAutomationOperation;
import dev.callautomation.camel.operation.CallOperation;
import dev.callautomation.camel.operation.OperationCatalog;

/** Refuses what an endpoint asks for and its operation cannot do. What the component's options say for all is left out there. */
final class CompletionOptions {

    private CompletionOptions() {}

    /**
     * @param  given                    the names of the options that the endpoint itself sets
     * @throws IllegalArgumentException if one of them cannot be
     */
    static void check(CallAutomationOperation name, Set<String> given, CallAutomationConfiguration options) {
        if (options.getCompletionTimeout() == null
                || options.getCompletionTimeout().toMillis() < 1) {
            throw new IllegalArgumentException("The option completionTimeout must be 1 ms or longer, such as 2m");
        }
        Carry.of(options.getCarry());
        boolean awaits = given.contains("awaitCompletion") && options.isAwaitCompletion();
        boolean cancels = given.contains("cancelOnTimeout") && options.isCancelOnTimeout();
        boolean carries = given.contains("carry") && options.getCarry() != null;
        if (!awaits && !cancels && !carries) {
            return;
        }
        CallOperation operation = OperationCatalog.find(name);
        if (awaits && operation.completion() == null) {
            throw new IllegalArgumentException("No event tells that callautomation:" + name
                    + " has ended, so that it cannot be waited for; leave awaitCompletion out");
        }
        if (cancels && !operation.cancellable()) {
            throw new IllegalArgumentException(
                    "callautomation:" + name + " cannot be cancelled at the service; leave cancelOnTimeout out");
        }
        if (carries && !operation.echoesContext()) {
            throw new IllegalArgumentException("No event gives the operation context of callautomation:" + name
                    + " back, so that it cannot carry headers; leave carry out");
        }
    }
}
