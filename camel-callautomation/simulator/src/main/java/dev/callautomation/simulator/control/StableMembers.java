package dev.callautomation.simulator.control;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Leaves out of JSON what differs from run to run: ids, times, ports and secrets become {@code *}. */
final class StableMembers {

    static final String ANY = "*";

    private static final String GUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern UNSTABLE =
            Pattern.compile(GUID + "|\\*{3}|(?<=//localhost:|//127\\.0\\.0\\.1:)\\d+|[0-9a-fA-F]{24,}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*");
    private static final Pattern IDENTIFIER = Pattern.compile("(?:4|8|28|29):\\S+");

    /** Of the data of events: what the call is called, and what depends on how far the others are. */
    private static final Set<String> OF_THE_CALL = Set.of(
            "callConnectionId",
            "serverCallId",
            "correlationId",
            "incomingCallContext",
            "publicEventType",
            "version",
            "participants",
            "sequenceNumber",
            "durationOfCall",
            "message");

    private final List<String> ids;

    /** @param ids of this run */
    StableMembers(Collection<String> ids) {
        this.ids = ids.stream().filter(id -> id != null && !id.isBlank()).toList();
    }

    /** A text with {@code *} in the place of what differs. */
    String text(String value) {
        if (TIME.matcher(value).matches()) {
            return ANY;
        }
        String stable = value;
        for (String id : ids) {
            stable = stable.replace(id, ANY);
        }
        return IDENTIFIER.matcher(stable).matches()
                ? stable
                : UNSTABLE.matcher(stable).replaceAll(ANY);
    }

    /** A body of a request: what differs is still there. */
    JsonNode request(JsonNode body) {
        return stable(body, false);
    }

    /** The data of an event: what differs is left out. */
    JsonNode event(JsonNode data) {
        return stable(data, true);
    }

    private JsonNode stable(JsonNode node, boolean event) {
        if (node.isTextual()) {
            return JsonNodeFactory.instance.textNode(text(node.asText()));
        }
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> {
                JsonNode value = stable(member.getValue(), event);
                boolean says = !(ANY.equals(value.asText()) || value.isContainerNode() && value.isEmpty());
                if (!event || says && !OF_THE_CALL.contains(member.getKey())) {
                    copy.set(member.getKey(), value);
                }
            });
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(stable(element, event)));
            return copy;
        }
        return node;
    }
}
