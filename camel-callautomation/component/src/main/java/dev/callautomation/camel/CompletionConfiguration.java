package dev.callautomation.camel;

import java.time.Duration;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Waiting for the event that ends an operation, and what travels with it. */
@UriParams
public class CompletionConfiguration extends OperationConfiguration {

    @UriParam(
            label = "producer",
            description =
                    "Whether the exchange goes on only when the event has come that ends the operation. The event is the body then; a failure is an exception.")
    private boolean awaitCompletion;

    @UriParam(
            label = "producer",
            defaultValue = "2m",
            description = "How long the event that ends an operation may take once the service has accepted it.")
    private Duration completionTimeout = Duration.ofMinutes(2);

    @UriParam(
            label = "producer",
            description =
                    "Whether an operation whose event does not come in time is cancelled at the service: a call that is not answered, an invitation, or all that is played and recognized in the call.")
    private boolean cancelOnTimeout;

    @UriParam(
            label = "producer",
            description =
                    "The names of headers, with commas between them, that travel in the operation context and are headers again with the events of the operation, on any node.")
    private String carry;

    public boolean isAwaitCompletion() {
        return awaitCompletion;
    }

    public void setAwaitCompletion(boolean awaitCompletion) {
        this.awaitCompletion = awaitCompletion;
    }

    public Duration getCompletionTimeout() {
        return completionTimeout;
    }

    public void setCompletionTimeout(Duration completionTimeout) {
        this.completionTimeout = completionTimeout;
    }

    public boolean isCancelOnTimeout() {
        return cancelOnTimeout;
    }

    public void setCancelOnTimeout(boolean cancelOnTimeout) {
        this.cancelOnTimeout = cancelOnTimeout;
    }

    public String getCarry() {
        return carry;
    }

    public void setCarry(String carry) {
        this.carry = carry;
    }
}
