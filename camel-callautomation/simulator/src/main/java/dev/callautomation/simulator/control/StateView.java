package dev.callautomation.simulator.control;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.wire.EventJson;
import dev.callautomation.simulator.wire.Json;

/** The simulator's state in the control API's JSON, by id, for those who compare it. */
public final class StateView {

    /** The newest; a list of more is of no use to a reader. */
    private static final int LIMIT = 300;

    private final Controls controls;
    private final TimelineControls timelines;

    public StateView(Controls controls) {
        this.controls = controls;
        this.timelines = new TimelineControls(controls);
    }

    /** Phones by raw id: of those configured, in the newest calls and with something heard at most so many each. */
    public Map<String, ObjectNode> phones() {
        Map<String, ObjectNode> phones = new LinkedHashMap<>();
        controls.phones(LIMIT)
                .forEach((phone, status) -> phones.put(phone.rawId(), PhoneControls.describe(phone, status)));
        return phones;
    }

    /** The newest calls by id, oldest first, without what is sufficient to answer them. */
    public Map<String, ObjectNode> calls() {
        Map<String, ObjectNode> calls = new LinkedHashMap<>();
        for (CallSnapshot call : controls.newestCalls(LIMIT)) {
            ObjectNode described = CallControls.describe(call);
            described.remove("incomingCallContext");
            calls.put(call.callId(), described);
        }
        return calls;
    }

    /** The id of the call with this id or with a call connection of this id; the same id when there is none. */
    public String callIdOf(String callOrConnectionId) {
        return controls.call(callOrConnectionId).map(CallSnapshot::callId).orElse(callOrConnectionId);
    }

    /** Event Grid subscriptions by id. */
    public Map<String, ObjectNode> subscriptions() {
        Map<String, ObjectNode> subscriptions = new LinkedHashMap<>();
        controls.subscriptions()
                .forEach(status -> subscriptions.put(status.id(), SubscriptionControls.describe(status)));
        return subscriptions;
    }

    /** All faults with how often each was injected. */
    public ArrayNode faults() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        controls.faults().forEach(each -> list.add(FaultControls.describe(each)));
        return list;
    }

    /** Whether time is virtual, and then what time it is; real time is not told, for it always changes. */
    public JsonNode clock() {
        ObjectNode clock = Json.object().put("virtual", controls.virtualTime());
        return controls.virtualTime() ? clock.put("now", EventJson.time(controls.now())) : clock;
    }

    /** An entry of a timeline without its content. */
    public ObjectNode entry(TimelineEntry entry) {
        return timelines.describe(entry, false).put("callId", entry.callId());
    }
}
