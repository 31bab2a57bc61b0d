package dev.callautomation.camel.internal.operation;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.util.TimeUtils;

import dev.callautomation.camel.model.CommunicationIdentifier;
import dev.callautomation.camel.model.CommunicationUserIdentifier;
import dev.callautomation.camel.model.MicrosoftTeamsAppIdentifier;
import dev.callautomation.camel.model.PhoneNumberIdentifier;

/** Converts the values of options and headers to JSON. */
final class Values {

    private Values() {}

    /** Identifiers become their raw ids, so that each member of a request reads every form of an identifier. */
    static JsonNode tree(Object value) {
        Object plain = plain(value);
        return Json.REQUESTS.valueToTree(plain);
    }

    /** Text becomes an array of the values that commas separate in it, an object an array with one element. */
    static JsonNode array(Object value) {
        JsonNode tree = tree(value);
        if (tree.isObject()) {
            return Json.REQUESTS.createArrayNode().add(tree);
        }
        return tree.isTextual()
                ? tree(Stream.of(tree.textValue().split(",")).map(String::trim).toList())
                : tree;
    }

    /**
     * A duration in the unit of the member of the API. Text has one of Camel's formats, such as 5s, 1500 (milliseconds) or
     * PT5S.
     *
     * @throws IllegalArgumentException if it is not a duration, or not a multiple of the unit of the member
     */
    static JsonNode duration(Object value, Input input, String member) {
        Duration duration =
                value instanceof Duration known ? known : duration(text(value).trim(), input);
        if (member.endsWith("InMs")) {
            return tree(duration.toMillis());
        }
        if (!duration.equals(Duration.ofSeconds(duration.toSeconds()))) {
            throw new IllegalArgumentException(
                    input.option() + " has a fraction of a second, which the service does not accept; " + input.hint());
        }
        return tree(duration.toSeconds());
    }

    private static Duration duration(String text, Input input) {
        try {
            return text.startsWith("P") ? Duration.parse(text) : Duration.ofMillis(TimeUtils.toMilliSeconds(text));
        } catch (IllegalArgumentException | DateTimeParseException | IndexOutOfBoundsException e) {
            // Camel's parser reads beyond the end of some texts that are not durations
            throw new IllegalArgumentException("'" + text + "' is not a duration; " + input.hint(), e);
        }
    }

    static String text(Object value) {
        Object plain = plain(value);
        // JSON puts quotation marks around text
        return plain instanceof JsonNode node && node.isValueNode() ? node.asText() : String.valueOf(plain);
    }

    /** @throws IllegalArgumentException if it is not an identifier */
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
