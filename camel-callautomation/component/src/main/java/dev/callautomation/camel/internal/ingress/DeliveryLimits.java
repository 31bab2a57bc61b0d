package dev.callautomation.camel.internal.ingress;

import java.time.Duration;

/**
 * Limits on what senders can use of the HTTP server.
 *
 * @param bodySize        maximum size of a body, in bytes
 * @param bufferedBytes   maximum size of all bodies that are received at the same time, in bytes
 * @param bodyTimeout     maximum time from the head of a request until the end of its body
 * @param headTimeout     maximum time from the opening of a connection until the end of its first head
 * @param idleTimeout     maximum time from a response until the end of the next head
 * @param connections     maximum number of connections
 * @param responseTimeout maximum time until the answer to a delivery that has been received
 */
public record DeliveryLimits(
        int bodySize,
        long bufferedBytes,
        Duration bodyTimeout,
        Duration headTimeout,
        Duration idleTimeout,
        int connections,
        Duration responseTimeout) {

    /** @throws IllegalArgumentException if one has no meaning; the message names the option */
    public DeliveryLimits {
        positive("maxBodySize", bodySize);
        positive("bodyTimeout", bodyTimeout.toMillis());
        positive("headTimeout", headTimeout.toMillis());
        positive("idleTimeout", idleTimeout.toMillis());
        positive("maxConnections", connections);
        if (bufferedBytes < bodySize) {
            throw new IllegalArgumentException("The option maxBufferedBytes must be at least maxBodySize, " + bodySize
                    + ", but it is " + bufferedBytes);
        }
    }

    private static void positive(String option, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("The option " + option + " must be more than 0, but it is " + value);
        }
    }
}
