package dev.callautomation.simulator.rest;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.wire.IdentifierJson;
import dev.callautomation.simulator.wire.Json;
import dev.callautomation.simulator.wire.Loopback;

/** A request body, read member by member; whatever is wrong becomes a 400/8523 that names the member. */
final class Body {

    static final int OPERATION_CONTEXT_LIMIT = 5_000;

    private static final int HIGHEST_PORT = 65_535;

    private final JsonNode root;

    private Body(JsonNode root) {
        this.root = root;
    }

    static Body read(byte[] json) {
        if (json.length == 0) {
            return new Body(Json.object());
        }
        try {
            JsonNode root = Json.read(json);
            if (!root.isObject()) {
                throw invalid("the body must be a JSON object");
            }
            return new Body(root);
        } catch (IOException e) {
            throw invalid("the body is not JSON");
        }
    }

    /** An error about this request. */
    static ServiceError invalid(String what) {
        return ServiceError.invalid("Invalid request: " + what + ".");
    }

    JsonNode node(String name) {
        return root.path(name);
    }

    boolean has(String name) {
        return root.hasNonNull(name);
    }

    /** A text or {@code null}. */
    String text(String name) {
        if (!has(name)) {
            return null;
        }
        if (!root.get(name).isTextual()) {
            throw invalid(name + " must be a string");
        }
        return root.get(name).asText();
    }

    String textOrEmpty(String name) {
        return has(name) ? text(name) : "";
    }

    String requiredText(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            throw invalid(name + " is required");
        }
        return text;
    }

    String operationContext() {
        String context = text("operationContext");
        if (context != null && context.length() > OPERATION_CONTEXT_LIMIT) {
            throw invalid("operationContext is longer than " + OPERATION_CONTEXT_LIMIT + " characters");
        }
        return context;
    }

    /** A flag, {@code byDefault} when it is not there. */
    boolean flag(String name, boolean byDefault) {
        if (has(name) && !root.get(name).isBoolean()) {
            throw invalid(name + " must be true or false");
        }
        return has(name) ? root.get(name).asBoolean() : byDefault;
    }

    /** A whole number within bounds, {@code byDefault} when it is not there. */
    int number(String name, int least, int most, int byDefault) {
        if (!has(name)) {
            return byDefault;
        }
        JsonNode number = root.get(name);
        if (!number.canConvertToExactIntegral()
                || !number.canConvertToInt()
                || number.asInt() < least
                || number.asInt() > most) {
            throw invalid(name + " must be a whole number from " + least + " to " + most);
        }
        return number.asInt();
    }

    /** The objects of a list, each with its errors named after its place; none when it is not there. */
    List<Body> parts(String name) {
        List<Body> parts = new ArrayList<>();
        list(name).forEach(item -> parts.add(of(item, name + "[" + parts.size() + "]")));
        return parts;
    }

    /** An object inside this one; an empty one when it is not there. */
    Body part(String name) {
        return has(name) ? of(root.get(name), name) : new Body(Json.object());
    }

    /** The texts of a list; none when it is not there. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : list(name)) {
            if (!item.isTextual()) {
                throw invalid(name + " must be a list of strings");
            }
            texts.add(item.asText());
        }
        return texts;
    }

    private JsonNode list(String name) {
        if (has(name) && !root.get(name).isArray()) {
            throw invalid(name + " must be a list");
        }
        return root.path(name);
    }

    private static Body of(JsonNode node, String name) {
        if (!node.isObject()) {
            throw invalid(name + " must be an object");
        }
        return new Body(node);
    }

    Identifier identifier(String name) {
        return has(name) ? identifier(root.get(name), name) : null;
    }

    Identifier requiredIdentifier(String name) {
        if (!has(name)) {
            throw invalid(name + " is required");
        }
        return identifier(root.get(name), name);
    }

    List<Identifier> requiredIdentifiers(String name) {
        if (root.path(name).isEmpty()) {
            throw invalid(name + " must name at least one");
        }
        return identifiers(name);
    }

    /** None when it is not there. */
    List<Identifier> identifiers(String name) {
        List<Identifier> identifiers = new ArrayList<>();
        for (JsonNode item : list(name)) {
            identifiers.add(identifier(item, name + "[" + identifiers.size() + "]"));
        }
        return identifiers;
    }

    /** A PhoneNumberIdentifierModel or {@code null}. */
    Identifier phoneNumber(String name) {
        if (!has(name)) {
            return null;
        }
        String value = root.get(name).path("value").asText("");
        if (!value.matches("\\+[0-9]{2,15}")) {
            throw invalid(name + ".value must be a phone number in E.164 format such as +15551234567");
        }
        return Identifier.phoneNumber(value);
    }

    /** A CommunicationUserIdentifierModel or {@code null}. */
    Identifier communicationUser(String name) {
        if (!has(name)) {
            return null;
        }
        String id = root.get(name).path("id").asText("");
        if (id.isBlank()) {
            throw invalid(name + ".id is required");
        }
        return new Identifier(id);
    }

    /** A MicrosoftTeamsAppIdentifierModel or {@code null}. */
    Identifier teamsApp(String name) {
        return has(name) ? identifier(Json.object().set("microsoftTeamsApp", root.get(name)), name) : null;
    }

    URI requiredCallbackUri() {
        requiredText("callbackUri");
        return callback("callbackUri");
    }

    URI operationCallbackUri() {
        return text("operationCallbackUri") == null ? null : callback("operationCallbackUri");
    }

    /** An address the service will send events to. */
    URI callback(String name) {
        try {
            URI uri = new URI(text(name));
            if (uri.getHost() != null && uri.getPort() > HIGHEST_PORT) {
                throw invalid("the field " + name + " is invalid: its port is larger than " + HIGHEST_PORT);
            }
            if (uri.getHost() != null && (isHttps(uri) || isLoopbackHttp(uri))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw invalid("the field " + name + " is invalid: it is not a URI");
        }
        throw invalid("the field " + name
                + " is invalid: it must be an absolute https address; plain http is taken for a loopback host only");
    }

    private static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static boolean isLoopbackHttp(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme()) && Loopback.isLoopback(uri.getHost());
    }

    private static Identifier identifier(JsonNode node, String path) {
        try {
            return IdentifierJson.read(node, path);
        } catch (IllegalArgumentException e) {
            throw invalid(e.getMessage());
        }
    }
}
