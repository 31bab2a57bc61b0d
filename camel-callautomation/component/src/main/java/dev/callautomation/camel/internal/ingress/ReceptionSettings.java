package dev.callautomation.camel.internal.ingress;

import org.apache.camel.spi.IdempotentRepository;

import dev.callautomation.camel.AcknowledgeMode;

/**
 * The options of a component that concern the reception of events.
 *
 * @param callbackPath         HTTP path of deliveries
 * @param callbackEnabled      whether the path is served
 * @param callbackSubPaths     whether paths below it are served, too
 * @param limits               limits on what senders use
 * @param maxPendingEvents     maximum number of events of a consumer that are queued or in flight
 * @param consumerThreads      maximum number of threads that run the route of a consumer
 * @param idempotentRepository for deduplication; {@code null} to create one in memory
 * @param acknowledge          when a delivery is answered with 200
 */
public record ReceptionSettings(
        String callbackPath,
        boolean callbackEnabled,
        boolean callbackSubPaths,
        DeliveryLimits limits,
        int maxPendingEvents,
        int consumerThreads,
        IdempotentRepository idempotentRepository,
        AcknowledgeMode acknowledge) {}
