package dev.callautomation.camel.internal.ingress;

import org.apache.camel.spi.IdempotentRepository;

import dev.callautomation.camel.AcknowledgeMode;

/**
 * The options of a component that concern the reception of events.
 *
 * @param callbackPath         HTTP path of deliveries
 * @param callbackEnabled      whether the path is served
 * @param maxBodySize          maximum size of a delivery in bytes
 * @param maxPendingEvents     maximum number of events that are queued or in flight
 * @param consumerThreads      number of threads that run routes
 * @param idempotentRepository for deduplication; {@code null} to create one in memory
 * @param acknowledge          when a delivery is answered with 200
 * @param acknowledgeTimeout   maximum time until the answer, in milliseconds
 */
public record ReceptionSettings(
        String callbackPath,
        boolean callbackEnabled,
        int maxBodySize,
        int maxPendingEvents,
        int consumerThreads,
        IdempotentRepository idempotentRepository,
        AcknowledgeMode acknowledge,
        long acknowledgeTimeout) {}
