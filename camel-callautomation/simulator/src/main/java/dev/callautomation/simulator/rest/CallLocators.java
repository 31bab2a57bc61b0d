package dev.callautomation.simulator.rest;

import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.simulator.engine.call.CallLocator;
import dev.callautomation.simulator.engine.call.Conference;

/** Reads callLocator. */
final class CallLocators {

    private static final Map<String, Locator> LOCATORS = Map.of(
            "serverCallLocator", new Locator("serverCallId", CallLocator::serverCall),
            "groupCallLocator", new Locator("groupCallId", id -> meeting(Conference.Kind.GROUP_CALL, id)),
            "roomCallLocator", new Locator("roomId", id -> meeting(Conference.Kind.ROOM, id)));

    private record Locator(String member, Function<String, CallLocator> find) {}

    private CallLocators() {}

    static CallLocator read(Body body) {
        JsonNode node = body.node("callLocator");
        Locator locator = LOCATORS.get(node.path("kind").asText(""));
        if (locator == null) {
            throw Body.invalid("callLocator.kind must be serverCallLocator, groupCallLocator or roomCallLocator");
        }
        String id = node.path(locator.member()).asText("");
        if (id.isBlank()) {
            throw Body.invalid("callLocator." + locator.member() + " is required");
        }
        return locator.find().apply(id);
    }

    private static CallLocator meeting(Conference.Kind kind, String id) {
        return CallLocator.conference(new Conference(kind, id));
    }
}
