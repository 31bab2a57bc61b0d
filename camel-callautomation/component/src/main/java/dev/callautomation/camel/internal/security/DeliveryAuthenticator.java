package dev.callautomation.camel.internal.security;

import java.util.concurrent.CompletionStage;

/**
 * Authenticates deliveries. Results that wait for keys complete within a few seconds, on a thread that must not be
 * blocked; the others are complete when they are returned.
 */
public interface DeliveryAuthenticator {

    /** Accepts every request. */
    DeliveryAuthenticator OPEN = new NoAuthentication();

    /** Authenticates a delivery of events; the sender that results limits the types of its events. */
    CompletionStage<AuthenticationResult> delivery(DeliveryCredentials credentials);

    /**
     * Authorizes the validation of a subscription (Event Grid schema), after its delivery has been authenticated.
     *
     * @param name  name of the subscription; may be {@code null}
     * @param topic topic of the subscription; may be {@code null}
     */
    AuthenticationResult subscription(String name, String topic);

    /**
     * Authorizes a handshake (CloudEvents schema).
     *
     * @param origin origin of the deliveries; may be {@code null}
     */
    CompletionStage<AuthenticationResult> handshake(DeliveryCredentials credentials, String origin);
}
