package dev.callautomation.camel.internal.operation;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.apache.camel.util.TimeUtils;

import dev.callautomation.camel.model.CommunicationIdentifier;
import dev.callautomation.camel.model.CommunicationUserIdentifier;
import dev.callautomation.camel.model.MicrosoftTeamsAppIdentifier;
import dev.callautomation.camel.model.MicrosoftTeamsUserIdentifier;
import dev.callautomation.camel.model.PhoneNumberIdentifier;
import dev.callautomation.camel.model.TeamsExtensionUserIdentifier;

/** Converts the values of options and headers to JSON. */
final class Values {

    private Values() {}

    /** The details of identifiers become whole ones, so that each member of a request reads every form of an identifier. */
    static JsonNode tree(Object value) {
        if (value instanceof String text) {
            // most values are text; the mapper would write it to a buffer of tokens and read it again
            return TextNode.valueOf(text);
        }
        return Json.REQUESTS.valueToTree(plain(value));
    }

    /** Text becomes an array of the values that commas separate in it, an object an array with one element. */
    static JsonNode array(Object value) {
        JsonNode tree = tree(value);
        if (tree.isObject()) {
            return Json.REQUESTS.createArrayNode().add(tree);
        }
        JsonNode written = written(tree);
        if (written.isArray()) {
            return written;
        }
        if (written.isObject()) {
            return Json.REQUESTS.createArrayNode().add(written);
        }
        return tree.isTextual()
                ? tree(Stream.of(tree.textValue().split(",")).map(String::trim).toList())
                : tree;
    }

    /** The JSON that is written in text; missing if it is other text. */
    private static JsonNode written(JsonNode tree) {
        String text = tree.isTextual() ? tree.textValue().strip() : "";
        try {
            return text.startsWith("{") || text.startsWith("[")
                    ? Json.REQUESTS.readTree(text)
                    : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /**
     * The value for a member that takes one kind of identifier only, such as a phone number: the raw id of a whole
     * identifier, as the service has it in events; anything else as it is.
     */
    static JsonNode detail(JsonNode value) {
        JsonNode written = written(value);
        JsonNode object = written.isObject() ? written : value;
        return object.has("rawId")
                        || object.has("kind")
                        || object.size() == 1 && object.elements().next().isObject()
                ? tree(identifier(object).rawId())
                : object;
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
            throw new IllegalArgumentException(input.option() + " of " + duration.toMillis()
                    + " ms has a fraction of a second, which the service does not accept; a number alone is"
                    + " milliseconds; " + input.hint());
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
        if (value instanceof String text) {
            return text;
        }
        Object plain = plain(value);
        if (plain instanceof CommunicationIdentifier identifier) {
            return identifier.rawId();
        }
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
        if (value instanceof PhoneNumberIdentifier number) {
            return new CommunicationIdentifier(null, null, null, number, null, null, null);
        }
        if (value instanceof CommunicationUserIdentifier user) {
            return new CommunicationIdentifier(null, null, user, null, null, null, null);
        }
        if (value instanceof MicrosoftTeamsUserIdentifier user) {
            return new CommunicationIdentifier(null, null, null, null, user, null, null);
        }
        if (value instanceof MicrosoftTeamsAppIdentifier app) {
            return new CommunicationIdentifier(null, null, null, null, null, app, null);
        }
        if (value instanceof TeamsExtensionUserIdentifier user) {
            return new CommunicationIdentifier(null, null, null, null, null, null, user);
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(Values::plain).toList();
        }
        return value;
    }
}
