package dev.callautomation.simulator.rest;

import java.net.URI;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.simulator.engine.CallView;
import dev.callautomation.simulator.engine.ConnectCall;
import dev.callautomation.simulator.engine.ServiceError;

/** POST /calling/callConnections:connect. */
final class ConnectOperation extends Operation.Action {

    ConnectOperation() {
        super("connect", calls(":connect"));
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        JsonNode locator = body.node("callLocator");
        String kind = locator.path("kind").asText("");
        String member = MEMBERS.get(kind);
        if (member == null) {
            throw Body.invalid("callLocator.kind must be serverCallLocator, groupCallLocator or roomCallLocator");
        }
        String id = locator.path(member).asText("");
        if (id.isBlank()) {
            throw Body.invalid("callLocator." + member + " is required");
        }
        URI callbackUri = body.requiredCallbackUri();
        if (!"serverCallLocator".equals(kind)) {
            // there are no Rooms and no calls between client applications here, hence none to be found
            throw ServiceError.callNotFound();
        }
        CallView view = request.run(new ConnectCall(id, callbackUri, body.operationContext(), request.apiVersion()));
        return new Reply(200, CallProperties.of(view));
    }

    private static final Map<String, String> MEMBERS = Map.of(
            "serverCallLocator", "serverCallId",
            "groupCallLocator", "groupCallId",
            "roomCallLocator", "roomId");
}
