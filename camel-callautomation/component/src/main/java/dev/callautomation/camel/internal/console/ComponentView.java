package dev.callautomation.camel.internal.console;

import java.util.List;
import java.util.Map;

import dev.callautomation.camel.internal.completion.PendingOperationView;
import dev.callautomation.camel.internal.ingress.CallbackStatus;
import dev.callautomation.camel.internal.observation.CallInProgress;
import dev.callautomation.camel.internal.observation.Counts;
import dev.callautomation.camel.internal.security.KeyStatus;
import dev.callautomation.camel.internal.support.IdentifierMask;

/**
 * A component at one moment.
 *
 * @param name         in the context
 * @param node         id of the node in operation contexts
 * @param callbackPath {@code null} if none is to be served
 * @param callback     whether events can be received
 * @param keys         the keys that verify deliveries, by issuer
 * @param settings     options that are set, without secrets
 * @param calls        the latest first
 * @param pending      the oldest first
 * @param mask         masks identifiers in what senders have sent
 */
public record ComponentView(
        String name,
        String node,
        String callbackPath,
        CallbackStatus callback,
        List<KeyStatus> keys,
        Map<String, String> settings,
        List<ConsumerView> consumers,
        List<CallInProgress> calls,
        List<PendingOperationView> pending,
        Counts counts,
        IdentifierMask mask) {

    /**
     * A consumer of a route.
     *
     * @param status of the route
     * @param depth  number of its events that are queued or in flight
     * @param filter the options that select events
     */
    public record ConsumerView(String routeId, String status, int depth, Map<String, String> filter) {}
}
