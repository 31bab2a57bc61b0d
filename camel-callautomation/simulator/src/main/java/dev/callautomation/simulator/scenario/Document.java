package dev.callautomation.simulator.scenario;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/**
 * The tree of a YAML file, and where in the file its parts are.
 *
 * @param file its name, for messages
 * @param members where the name of each member is, by its JSON pointer
 * @param values where each value begins, by its JSON pointer
 */
record Document(String file, JsonNode root, Map<String, Place> members, Map<String, Place> values) {

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Of a file, both from 1. */
    record Place(int line, int column) implements Comparable<Place> {

        private static final Place START = new Place(1, 1);

        static Place of(JsonLocation location) {
            return location == null ? START : new Place(location.getLineNr(), location.getColumnNr());
        }

        @Override
        public int compareTo(Place other) {
            return line == other.line ? Integer.compare(column, other.column) : Integer.compare(line, other.line);
        }
    }

    /**
     * Reads YAML; an empty text is an empty object.
     *
     * @throws IllegalArgumentException with file, line and column when it is not YAML
     */
    static Document parse(String file, String text) {
        try (JsonParser parser = YAML.createParser(text)) {
            return new Reader(parser).read(file);
        } catch (JsonProcessingException e) {
            // the indented lines show a part of the file, which may hold a secret
            String problem = e.getOriginalMessage()
                    .lines()
                    .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                    .collect(Collectors.joining(": "));
            boolean star = problem.contains("while scanning an alias");
            throw new IllegalArgumentException(at(file, Place.of(e.getLocation())) + ": " + problem
                    + (star ? ". Put the text that begins with * in quotes." : ""));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A message about a part of the file. */
    String message(Place place, String text) {
        return at(file, place) + ": " + text;
    }

    /** Where a value or, when it is a member, its name is. */
    Place placeOf(String pointer) {
        Place place = members.getOrDefault(pointer, values.get(pointer));
        return place == null ? Place.START : place;
    }

    private static String at(String file, Place place) {
        return file + ":" + place.line() + ":" + place.column();
    }

    /** A pointer to a member or an element. */
    static String pointer(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static final class Reader {

        private final JsonParser parser;
        private final Map<String, Place> members = new HashMap<>();
        private final Map<String, Place> values = new HashMap<>();

        private Reader(JsonParser parser) {
            this.parser = parser;
        }

        private Document read(String file) throws IOException {
            JsonToken first = parser.nextToken();
            JsonNode root =
                    first == null || first == JsonToken.VALUE_NULL ? JsonNodeFactory.instance.objectNode() : value("");
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException(
                        at(file, here()) + ": a second document begins here; a file has one scenario");
            }
            return new Document(file, root, members, values);
        }

        private JsonNode value(String pointer) throws IOException {
            values.put(pointer, here());
            JsonNodeFactory nodes = JsonNodeFactory.instance;
            return switch (parser.currentToken()) {
                case START_OBJECT -> object(pointer);
                case START_ARRAY -> array(pointer);
                case VALUE_NUMBER_INT ->
                    parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                            ? nodes.numberNode(parser.getBigIntegerValue())
                            : nodes.numberNode(parser.getLongValue());
                case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDoubleValue());
                case VALUE_TRUE -> nodes.booleanNode(true);
                case VALUE_FALSE -> nodes.booleanNode(false);
                case VALUE_NULL -> nodes.nullNode();
                default -> nodes.textNode(parser.getText());
            };
        }

        private ObjectNode object(String pointer) throws IOException {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                String member = pointer(pointer, name);
                members.put(member, here());
                parser.nextToken();
                node.set(name, value(member));
            }
            return node;
        }

        private ArrayNode array(String pointer) throws IOException {
            ArrayNode node = JsonNodeFactory.instance.arrayNode();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                node.add(value(pointer + "/" + node.size()));
            }
            return node;
        }

        private Place here() {
            return Place.of(parser.currentTokenLocation());
        }
    }
}
