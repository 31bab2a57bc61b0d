package dev.callautomation.camel.internal.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

import dev.callautomation.camel.internal.completion.PendingOperationView;
import dev.callautomation.camel.internal.observation.CallInProgress;
import dev.callautomation.camel.internal.observation.Counts;
import dev.callautomation.camel.internal.observation.Labels;
import dev.callautomation.camel.internal.observation.OperationCounts;
import dev.callautomation.camel.internal.observation.OperationOutcome;
import dev.callautomation.camel.internal.security.KeyStatus;
import dev.callautomation.camel.internal.support.Availability;

/** The components of a context as JSON. Times are ISO 8601, durations are in milliseconds. */
final class JsonReport {

    private final int limit;
    private final Instant now;

    /** @param limit maximum number of entries of a list */
    JsonReport(int limit, Instant now) {
        this.limit = limit;
        this.now = now;
    }

    JsonObject of(List<ComponentView> components) {
        JsonObject root = new JsonObject();
        root.put("components", array(components, this::component));
        return root;
    }

    private JsonObject component(ComponentView view) {
        JsonObject json = new JsonObject();
        json.put("name", view.name());
        json.put("node", view.node());
        json.put("callback", callback(view));
        json.put("keys", array(view.keys(), JsonReport::key));
        json.put("settings", new JsonObject(view.settings()));
        json.put("consumers", array(view.consumers(), JsonReport::consumer));
        json.put("callsInProgress", view.calls().size());
        json.put("calls", array(view.calls(), call -> call(call, view)));
        json.put("pendingOperations", view.pending().size());
        json.put("pending", array(view.pending(), operation -> pending(operation, view)));
        json.put("operations", operations(view.counts()));
        json.put("deliveries", deliveries(view.counts()));
        json.put("events", events(view.counts()));
        return json;
    }

    private static JsonObject callback(ComponentView view) {
        JsonObject json = new JsonObject();
        json.put("enabled", view.callbackPath() != null);
        putIfPresent(json, "path", view.callbackPath());
        json.put("receiving", view.callback().wanted() && view.callback().problem() == null);
        putIfPresent(json, "problem", view.callback().problem());
        return json;
    }

    private static JsonObject key(KeyStatus key) {
        JsonObject json = new JsonObject();
        json.put("issuer", key.issuer());
        json.put("available", key.status().state() == Availability.State.AVAILABLE);
        putIfPresent(json, "reason", key.status().reason());
        putIfPresent(json, "fetched", key.fetched());
        return json;
    }

    private static JsonObject consumer(ComponentView.ConsumerView consumer) {
        JsonObject json = new JsonObject();
        json.put("routeId", consumer.routeId());
        json.put("status", consumer.status());
        json.put("depth", consumer.depth());
        json.put("filter", new JsonObject(consumer.filter()));
        return json;
    }

    private JsonObject call(CallInProgress call, ComponentView view) {
        JsonObject json = new JsonObject();
        json.put("callConnectionId", view.mask().in(call.callConnectionId()));
        json.put("since", call.since().toString());
        json.put("lastEvent", call.lastEvent());
        json.put("lastEventTime", call.lastEventTime().toString());
        json.put("lastEventAge", millis(call.lastEventTime(), now));
        return json;
    }

    private JsonObject pending(PendingOperationView operation, ComponentView view) {
        JsonObject json = new JsonObject();
        json.put("operation", operation.operation().name());
        putIfPresent(json, "callConnectionId", view.mask().in(operation.callConnectionId()));
        json.put("since", operation.since().toString());
        json.put("age", millis(operation.since(), now));
        if (operation.deadline() != null) {
            json.put("deadline", operation.deadline().toString());
            json.put("remaining", millis(now, operation.deadline()));
        }
        return json;
    }

    private static long millis(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }

    private static JsonObject operations(Counts counts) {
        JsonObject json = new JsonObject();
        counts.operations().forEach((operation, of) -> {
            if (!of.isEmpty()) {
                json.put(operation.name(), operation(of));
            }
        });
        return json;
    }

    private static JsonObject operation(OperationCounts of) {
        JsonObject json = new JsonObject();
        json.put("requests", of.requests());
        json.put("retries", of.retries());
        json.put("accepted", of.accepted());
        json.put("completed", of.ended(OperationOutcome.COMPLETED));
        json.put("failed", of.ended(OperationOutcome.FAILED));
        json.put("timedOut", of.ended(OperationOutcome.TIMED_OUT));
        json.put("refused", of.ended(OperationOutcome.REFUSED));
        json.put("unanswered", of.ended(OperationOutcome.UNANSWERED));
        json.put("notSent", of.ended(OperationOutcome.NOT_SENT));
        json.put("stopped", of.ended(OperationOutcome.STOPPED));
        json.put("failedBySubCode", new JsonObject(of.failedBySubCode()));
        json.put("refusedBySubCode", new JsonObject(of.refusedBySubCode()));
        return json;
    }

    private static JsonObject deliveries(Counts counts) {
        JsonObject json = new JsonObject();
        json.put("accepted", counts.deliveriesAccepted());
        putIfPresent(json, "lastAccepted", counts.lastAcceptedDelivery());
        json.put("refused", counts.refused());
        JsonObject reasons = new JsonObject();
        counts.refusedByReason().forEach((kind, count) -> reasons.put(Labels.of(kind), count));
        json.put("refusedByReason", reasons);
        return json;
    }

    private static JsonObject events(Counts counts) {
        JsonObject json = new JsonObject();
        json.put("received", counts.received());
        json.put("deduplicated", counts.deduplicated());
        json.put("unmatched", counts.unmatched());
        json.put("orphaned", counts.orphaned());
        json.put("receivedByType", new JsonObject(Map.copyOf(counts.events())));
        return json;
    }

    private <T> JsonArray array(Collection<T> values, Function<T, JsonObject> toJson) {
        JsonArray array = new JsonArray();
        values.stream().limit(limit).map(toJson).forEach(array::add);
        return array;
    }

    private static void putIfPresent(JsonObject json, String name, Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }
}
