package dev.callautomation.simulator.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.control.StateView;
import dev.callautomation.simulator.wire.Json;

/** Compares the simulator's state with what was published last. Not thread-safe. */
final class StateChanges {

    private static final String PHONE = "phone";
    private static final String CALL = "call";
    private static final String SUBSCRIPTION = "subscription";
    private static final String FAULTS = "faults";
    private static final String CLOCK = "clock";

    private final StateView view;
    private final BiConsumer<String, JsonNode> publish;
    private Map<String, ObjectNode> phones = Map.of();
    private Map<String, ObjectNode> calls = Map.of();
    private Map<String, ObjectNode> subscriptions = Map.of();
    private JsonNode faults = Json.object();
    private JsonNode clock = Json.object();

    StateChanges(StateView view, BiConsumer<String, JsonNode> publish) {
        this.view = view;
        this.publish = publish;
    }

    /** Publishes what has changed since the last time. */
    void compare() {
        calls = compare(CALL, calls, view.calls());
        phones = compare(PHONE, phones, view.phones());
        subscriptions = compare(SUBSCRIPTION, subscriptions, view.subscriptions());
        faults = compare(FAULTS, faults, view.faults());
        clock = compare(CLOCK, clock, view.clock());
    }

    /** Everything, as published last. */
    ObjectNode all() {
        ObjectNode state = Json.object();
        put(state, PHONE, phones);
        put(state, CALL, calls);
        put(state, SUBSCRIPTION, subscriptions);
        state.set(FAULTS, faults);
        state.set(CLOCK, clock);
        return state;
    }

    private static void put(ObjectNode state, String kind, Map<String, ObjectNode> values) {
        ArrayNode list = state.putArray(kind + "s");
        values.values().forEach(list::add);
    }

    private JsonNode compare(String kind, JsonNode old, JsonNode now) {
        if (!now.equals(old)) {
            publish.accept(kind, now);
        }
        return now;
    }

    private Map<String, ObjectNode> compare(String kind, Map<String, ObjectNode> old, Map<String, ObjectNode> now) {
        now.forEach((id, value) -> {
            if (!value.equals(old.get(id))) {
                publish.accept(kind, value);
            }
        });
        old.keySet().stream()
                .filter(id -> !now.containsKey(id))
                .forEach(id -> publish.accept(
                        "removed", Json.object().put("kind", kind).put("id", id)));
        return new LinkedHashMap<>(now);
    }
}
