package dev.callautomation.simulator.wire;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.IdentifierKind;

/**
 * Identifiers in JSON: {@code kind}, {@code rawId} and one member with the details. Requests may leave out kind and
 * raw id; responses and events carry all.
 */
public final class IdentifierJson {

    private static final Map<String, BiFunction<JsonNode, String, Identifier>> READERS = Map.of(
            "communicationUser", (node, path) -> new Identifier(text(node, "id", path)),
            "phoneNumber", IdentifierJson::phoneNumber,
            "microsoftTeamsUser", IdentifierJson::teamsUser,
            "microsoftTeamsApp",
                    (node, path) ->
                            new Identifier("28:" + cloud(node, path, "orgid") + ":" + text(node, "appId", path)),
            "teamsExtensionUser", IdentifierJson::teamsExtensionUser);

    private IdentifierJson() {}

    /**
     * Reads a CommunicationIdentifierModel.
     *
     * @param path the member's name, for messages
     * @throws IllegalArgumentException naming the member and what is wrong with it
     */
    public static Identifier read(JsonNode node, String path) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(path + " must be an identifier object");
        }
        List<String> details =
                READERS.keySet().stream().filter(node::hasNonNull).toList();
        if (details.size() > 1) {
            throw new IllegalArgumentException(path + " must hold one identifier only, not " + details);
        }
        if (node.hasNonNull("rawId") && !node.get("rawId").asText().isBlank()) {
            return new Identifier(node.get("rawId").asText());
        }
        if (details.isEmpty()) {
            throw new IllegalArgumentException(path + " must hold rawId or one of "
                    + READERS.keySet().stream().sorted().toList());
        }
        String detail = details.get(0);
        return READERS.get(detail).apply(node.get(detail), path + "." + detail);
    }

    /** Writes a CommunicationIdentifierModel as responses and events hold it. */
    public static ObjectNode write(Identifier identifier) {
        IdentifierKind kind = identifier.kind();
        ObjectNode node = Json.object();
        node.put("rawId", identifier.rawId());
        node.put("kind", kind.wireName());
        if (kind != IdentifierKind.UNKNOWN) {
            node.set(kind.wireName(), IdentifierDetails.of(identifier));
        }
        return node;
    }

    private static Identifier phoneNumber(JsonNode node, String path) {
        String value = text(node, "value", path);
        if (!value.matches("\\+[0-9]{2,15}|anonymous")) {
            throw new IllegalArgumentException(
                    path + ".value must be a phone number in E.164 format such as +15551234567");
        }
        return Identifier.phoneNumber(
                node.hasNonNull("assertedId")
                        ? value + "_" + node.get("assertedId").asText()
                        : value);
    }

    private static Identifier teamsUser(JsonNode node, String path) {
        String prefix = node.path("isAnonymous").asBoolean() ? "teamsvisitor" : cloud(node, path, "orgid");
        return new Identifier("8:" + prefix + ":" + text(node, "userId", path));
    }

    private static Identifier teamsExtensionUser(JsonNode node, String path) {
        String cloud = cloud(node, path, "");
        return new Identifier("8:" + (cloud.isEmpty() ? "acs" : cloud + "-acs") + ":" + text(node, "resourceId", path)
                + "_" + text(node, "tenantId", path) + "_" + text(node, "userId", path));
    }

    private static String cloud(JsonNode node, String path, String ofPublic) {
        String cloud = node.path("cloud").asText("public");
        return switch (cloud) {
            case "public" -> ofPublic;
            case "dod", "gcch" -> cloud;
            default -> throw new IllegalArgumentException(path + ".cloud must be public, dod or gcch");
        };
    }

    private static String text(JsonNode node, String member, String path) {
        String text = node.path(member).asText("");
        if (text.isBlank()) {
            throw new IllegalArgumentException(path + "." + member + " is required");
        }
        return text;
    }
}
