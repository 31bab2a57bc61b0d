package dev.callautomation.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.model.Identifier;

/** The member of an identifier that repeats, in parts, what its raw id says. */
final class IdentifierDetails {

    private IdentifierDetails() {}

    static ObjectNode of(Identifier identifier) {
        String raw = identifier.rawId();
        return switch (identifier.kind()) {
            case PHONE_NUMBER -> phoneNumber(raw.substring(2));
            case TEAMS_USER -> teamsUser(raw.split(":", 3));
            case TEAMS_APP -> withCloud(Json.object().put("appId", raw.split(":", 3)[2]), raw.split(":", 3)[1]);
            case TEAMS_EXTENSION_USER -> teamsExtensionUser(raw.split(":", 3));
            case COMMUNICATION_USER, UNKNOWN -> Json.object().put("id", raw);
        };
    }

    private static ObjectNode phoneNumber(String suffix) {
        int asserted = suffix.indexOf('_');
        ObjectNode node = Json.object().put("value", asserted < 0 ? suffix : suffix.substring(0, asserted));
        if ("anonymous".equals(suffix)) {
            node.put("isAnonymous", true);
        } else if (asserted > 0) {
            node.put("assertedId", suffix.substring(asserted + 1));
        }
        return node;
    }

    private static ObjectNode teamsUser(String[] parts) {
        boolean anonymous = "teamsvisitor".equals(parts[1]);
        ObjectNode node = Json.object().put("userId", parts[2]).put("isAnonymous", anonymous);
        return withCloud(node, parts[1]);
    }

    private static ObjectNode teamsExtensionUser(String[] parts) {
        String[] ids = parts[2].split("_", -1);
        ObjectNode node =
                Json.object().put("userId", ids[2]).put("tenantId", ids[1]).put("resourceId", ids[0]);
        return withCloud(node, parts[1].replace("-acs", ""));
    }

    private static ObjectNode withCloud(ObjectNode node, String prefix) {
        return node.put("cloud", "dod".equals(prefix) || "gcch".equals(prefix) ? prefix : "public");
    }
}
