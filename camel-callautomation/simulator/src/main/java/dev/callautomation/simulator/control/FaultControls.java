package dev.callautomation.simulator.control;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;

import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.fault.FaultCount;

/** Sets and shows faults. */
final class FaultControls {

    private final Controls controls;

    FaultControls(Controls controls) {
        this.controls = controls;
    }

    Future<ControlReply> set(String id, JsonNode body) {
        List<Fault> faults = new ArrayList<>();
        for (JsonNode each : body) {
            try {
                Fault fault = FaultJson.read(each);
                fault.check();
                faults.add(fault);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Fault " + (faults.size() + 1) + ": " + e.getMessage(), e);
            }
        }
        controls.setFaults(faults);
        return list(id, body);
    }

    Future<ControlReply> list(String id, JsonNode body) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        controls.faults().forEach(each -> list.add(describe(each)));
        return Future.succeededFuture(ControlReply.json(200, list));
    }

    static ObjectNode describe(FaultCount each) {
        return FaultJson.write(each.fault()).put("injected", each.injected());
    }
}
