package dev.callautomation.camel.operation;

import java.util.Collection;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.camel.model.CommunicationIdentifier;
import dev.callautomation.camel.model.CommunicationUserIdentifier;
import dev.callautomation.camel.model.MicrosoftTeamsAppIdentifier;
import dev.callautomation.camel.model.PhoneNumberIdentifier;

/** Turns what options and headers hold into JSON values. */
final class Values {

    private Values() {}

    /** Identifiers become their raw ids, so that each member of a request reads every form of an identifier. */
    static JsonNode tree(Object value) {
        Object plain = plain(value);
        return Json.REQUESTS.valueToTree(plain);
    }

    /** Text becomes the values that it has with commas between them. */
    static JsonNode array(Object value) {
        JsonNode tree = tree(value);
        return tree.isTextual()
                ? tree(Stream.of(tree.textValue().split(",")).map(String::trim).toList())
                : tree;
    }

    static String text(Object value) {
        Object plain = plain(value);
        // JSON puts quotation marks around text
        return plain instanceof JsonNode node && node.isValueNode() ? node.asText() : String.valueOf(plain);
    }

    /** @throws IllegalArgumentException if it is no form of an identifier */
    static CommunicationIdentifier identifier(Object value) {
        try {
            return Json.REQUESTS.treeToValue(tree(value), CommunicationIdentifier.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(Json.reason(e), e);
        }
    }

    private static Object plain(Object value) {
        if (value instanceof CommunicationIdentifier identifier) {
            return identifier.rawId();
        }
        if (value instanceof PhoneNumberIdentifier number) {
            return number.value();
        }
        if (value instanceof CommunicationUserIdentifier user) {
            return user.id();
        }
        if (value instanceof MicrosoftTeamsAppIdentifier app) {
            return new CommunicationIdentifier(null, null, null, null, null, app, null).rawId();
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(Values::plain).toList();
        }
        return value;
    }
}
