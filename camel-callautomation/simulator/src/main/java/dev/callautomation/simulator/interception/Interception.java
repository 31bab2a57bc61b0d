package dev.callautomation.simulator.interception;

import java.net.URI;
import java.util.concurrent.CompletionStage;

/** While it is open, an interceptor receives all requests to the REST API. */
public interface Interception extends AutoCloseable {

    /**
     * Sends events of calls to an application, with a token as the service has it.
     *
     * @param  json a CloudEvent or an array of them
     * @return      the HTTP status; fails when there is no response
     */
    CompletionStage<Integer> deliverCallback(URI endpoint, String json);

    /**
     * Sends an event to the subscriptions of its type, one after another, with their credentials. It is sent in the schema
     * that it has.
     *
     * @param  type {@code Microsoft.Communication.IncomingCall}
     * @param  json an event in Event Grid or CloudEvents schema, or an array of one
     * @return      the HTTP status: the first that is no success, if there is one; 0 when there is no subscription
     */
    CompletionStage<Integer> deliverToSubscriptions(String type, String json);

    /** The simulated service responds again. */
    @Override
    void close();
}
