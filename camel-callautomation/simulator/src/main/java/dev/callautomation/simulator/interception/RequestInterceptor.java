package dev.callautomation.simulator.interception;

import java.util.concurrent.CompletionStage;

/** Responds to requests to the REST API in place of the simulated service. */
@FunctionalInterface
public interface RequestInterceptor {

    /**
     * Called on an event loop, so that it must not block. When the result fails, the connection is closed without a
     * response. Signatures are not verified before.
     */
    CompletionStage<InterceptedResponse> intercept(InterceptedRequest request);
}
