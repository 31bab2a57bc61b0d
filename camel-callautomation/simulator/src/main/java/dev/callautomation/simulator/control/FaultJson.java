package dev.callautomation.simulator.control;

import java.util.Iterator;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.fault.EventFault;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.fault.OperationFault;
import dev.callautomation.simulator.fault.Reset;
import dev.callautomation.simulator.fault.Trigger;
import dev.callautomation.simulator.model.TokenFlaw;
import dev.callautomation.simulator.wire.Json;

/** Faults as the control API writes them; every member that is not known is an error. */
final class FaultJson {

    private FaultJson() {}

    static Fault read(JsonNode node) {
        known(node, "a fault", List.of("when", "times", "fault", "injected"));
        JsonNode when = node.path("when");
        known(when, "when", List.of("operation", "event", "call", "chance", "seed"));
        if (when.has("operation") == when.has("event")) {
            throw new IllegalArgumentException("when must have either operation or event");
        }
        boolean operation = when.has("operation");
        Trigger trigger = new Trigger(
                text(when, operation ? "operation" : "event"),
                when.has("call") ? text(when, "call") : null,
                when.has("chance") ? number(when, "chance").asDouble() : 1,
                when.has("seed") ? Long.valueOf(whole(when, "seed")) : null);
        int times = node.has("times") ? small(node, "times") : when.has("chance") ? Fault.ALWAYS : 1;
        JsonNode fault = node.path("fault");
        return operation ? operationFault(trigger, times, fault) : eventFault(trigger, times, fault);
    }

    private static Fault operationFault(Trigger when, int times, JsonNode fault) {
        known(fault, "the fault of an operation", List.of("status", "code", "retryAfter", "delayMillis", "reset"));
        return new OperationFault(
                when,
                times,
                fault.has("status") ? Integer.valueOf(small(fault, "status")) : null,
                fault.has("code") ? text(fault, "code") : null,
                fault.has("retryAfter") ? Integer.valueOf(small(fault, "retryAfter")) : null,
                fault.has("delayMillis") ? whole(fault, "delayMillis") : 0,
                reset(fault.path("reset")));
    }

    private static Fault eventFault(Trigger when, int times, JsonNode fault) {
        known(
                fault,
                "the fault of an event",
                List.of("duplicate", "drop", "reorder", "beforeResponse", "delayMillis", "token"));
        return new EventFault(
                when,
                times,
                fault.has("duplicate") ? small(fault, "duplicate") : 1,
                flag(fault, "drop"),
                flag(fault, "reorder"),
                flag(fault, "beforeResponse"),
                fault.has("delayMillis") ? whole(fault, "delayMillis") : 0,
                fault.has("token") ? flaw(text(fault, "token")) : null);
    }

    static ObjectNode write(Fault fault) {
        ObjectNode node = Json.object();
        Trigger trigger = fault.when();
        ObjectNode when = node.putObject("when");
        when.put(fault instanceof OperationFault ? "operation" : "event", trigger.name());
        if (trigger.call() != null) {
            when.put("call", trigger.call());
        }
        if (trigger.chance() < 1) {
            when.put("chance", trigger.chance());
        }
        if (trigger.seed() != null) {
            when.put("seed", trigger.seed());
        }
        node.put("times", fault.times());
        ObjectNode what = node.putObject("fault");
        if (fault instanceof OperationFault operation) {
            write(operation, what);
        } else if (fault instanceof EventFault event) {
            write(event, what);
        }
        return node;
    }

    private static void write(OperationFault fault, ObjectNode what) {
        if (fault.status() != null) {
            what.put("status", fault.status());
        }
        if (fault.code() != null) {
            what.put("code", fault.code());
        }
        if (fault.retryAfterSeconds() != null) {
            what.put("retryAfter", fault.retryAfterSeconds());
        }
        if (fault.delayMillis() > 0) {
            what.put("delayMillis", fault.delayMillis());
        }
        if (fault.reset() != Reset.NONE) {
            what.put("reset", fault.reset().wireName());
        }
    }

    private static void write(EventFault fault, ObjectNode what) {
        if (fault.duplicate() > 1) {
            what.put("duplicate", fault.duplicate());
        }
        if (fault.dropped()) {
            what.put("drop", true);
        }
        if (fault.reordered()) {
            what.put("reorder", true);
        }
        if (fault.early()) {
            what.put("beforeResponse", true);
        }
        if (fault.delayMillis() > 0) {
            what.put("delayMillis", fault.delayMillis());
        }
        if (fault.token() != null) {
            what.put("token", fault.token().wireName());
        }
    }

    private static Reset reset(JsonNode value) {
        if (value.isMissingNode() || value.isBoolean()) {
            // a connection that breaks most often breaks before anything has happened
            return value.asBoolean() ? Reset.BEFORE : Reset.NONE;
        }
        return Reset.find(value.asText())
                .orElseThrow(() -> new IllegalArgumentException(
                        "reset must be true, beforeExecution or afterExecution, not " + value));
    }

    private static TokenFlaw flaw(String name) {
        return TokenFlaw.find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "token must be one of " + TokenFlaw.names() + ", not '" + name + "'"));
    }

    private static void known(JsonNode node, String what, List<String> members) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(what + " must be an object with members of " + members);
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!members.contains(name)) {
                throw new IllegalArgumentException(what + " has no " + name + ", only " + members);
            }
        }
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new IllegalArgumentException(name + " must be a text, not " + value);
        }
        return value.asText();
    }

    private static boolean flag(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new IllegalArgumentException(name + " must be true or false, not " + value);
        }
        return value.asBoolean();
    }

    private static JsonNode number(JsonNode node, String name) {
        if (!node.get(name).isNumber()) {
            throw new IllegalArgumentException(name + " must be a number, not " + node.get(name));
        }
        return node.get(name);
    }

    private static long whole(JsonNode node, String name) {
        JsonNode value = number(node, name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException(name + " must be a whole number, not " + value);
        }
        return value.asLong();
    }

    private static int small(JsonNode node, String name) {
        long value = whole(node, name);
        if (value != (int) value) {
            throw new IllegalArgumentException(name + " is too large: " + value);
        }
        return (int) value;
    }
}
