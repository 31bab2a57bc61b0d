package dev.callautomation.simulator.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

import dev.callautomation.simulator.wire.Spelling;

/** Checks a file by the JSON Schema of scenarios. */
final class SchemaCheck {

    private static final int MOST_PROBLEMS = 20;
    private static final String CHOICE = "oneOf";

    private SchemaCheck() {}

    /** Read once, when the first scenario is. */
    private static final class Holder {

        private static final byte[] TEXT = read();
        private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        new String(TEXT, StandardCharsets.UTF_8),
                        InputFormat.JSON,
                        SchemaValidatorsConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .build());
    }

    /** A mistake and where it is. */
    private record Problem(String pointer, String keyword, Document.Place place, String text) {}

    /** The schema as JSON. */
    static byte[] schema() {
        return Holder.TEXT.clone();
    }

    /**
     * What is wrong, each with file, line and column, in the order of the file; empty when all is well.
     *
     * @param others pointers to what has another mistake already
     */
    static List<String> problems(Document document, Set<String> others) {
        List<Problem> problems = new ArrayList<>();
        for (ValidationMessage message : Holder.SCHEMA.validate(document.root())) {
            // the choice is reported as a whole
            if (!message.getEvaluationPath().toString().contains("/" + CHOICE + "/")) {
                problems.add(problem(document, message));
            }
        }
        Set<String> misspelt = new HashSet<>();
        problems.stream()
                .filter(problem -> "additionalProperties".equals(problem.keyword()))
                .forEach(problem -> misspelt.add(problem.pointer()));
        return problems.stream()
                .filter(problem -> !others.contains(problem.pointer()))
                // what is missing is there, but misspelt
                .filter(problem -> !(misspelt.contains(problem.pointer())
                        && Set.of(CHOICE, "required", "minProperties").contains(problem.keyword())))
                .sorted(Comparator.comparing(Problem::place))
                .map(problem -> document.message(problem.place(), problem.text()))
                .distinct()
                .limit(MOST_PROBLEMS)
                .toList();
    }

    private static Problem problem(Document document, ValidationMessage message) {
        String pointer = message.getInstanceLocation().toString();
        String keyword = keyword(message);
        String name = name(message.getInstanceLocation());
        Document.Place place = document.placeOf(pointer);
        String text;
        switch (keyword) {
            case "additionalProperties" -> {
                place = document.placeOf(Document.pointer(pointer, message.getProperty()));
                text = unknown(name, message);
            }
            case "required" -> text = name + " needs " + message.getProperty();
            case "type" ->
                text = name + " must be " + types(message.getSchemaNode()) + ", not "
                        + shown(message.getInstanceNode())
                        + (message.getInstanceNode().isValueNode()
                                        && !message.getInstanceNode().isNull()
                                        && message.getSchemaNode().toString().contains("\"string\"")
                                ? ": put it in quotes"
                                : "");
            case "enum", "const" -> text = value(name, message);
            case CHOICE -> text = choice(name, message);
            case "minItems", "minLength", "minProperties" -> text = name + " must not be empty";
            case "minimum" ->
                text = name + " must be at least " + message.getSchemaNode().asText();
            case "exclusiveMinimum" ->
                text = name + " must be more than " + message.getSchemaNode().asText();
            case "maximum" ->
                text = name + " must be at most " + message.getSchemaNode().asText();
            case "uniqueItems" -> text = name + " has the same value twice";
            case "pattern" ->
                text = name + " must be " + description(message) + ", not " + shown(message.getInstanceNode());
            case "false" -> text = name + " does not go with " + dependent(message);
            default -> text = message.getError();
        }
        return new Problem(pointer, keyword, place, text);
    }

    private static String value(String name, ValidationMessage message) {
        String given = shown(message.getInstanceNode());
        List<String> values = texts(message.getSchemaNode());
        return Spelling.nearest(message.getInstanceNode().asText(), values)
                .map(near -> name + " cannot be " + given + ". Did you mean " + near + "?")
                .orElseGet(() -> name + " must be " + (values.size() > 1 ? "one of " : "") + String.join(", ", values)
                        + ", not " + given);
    }

    private static String keyword(ValidationMessage message) {
        String path = message.getEvaluationPath().toString();
        return "false".equals(message.getMessageKey()) || "false".equals(message.getType())
                ? "false"
                : message.getType() == null ? path.substring(path.lastIndexOf('/') + 1) : message.getType();
    }

    /** The last member of a path, with the index when it is in a list. */
    private static String name(JsonNodePath path) {
        if (path.getNameCount() == 0) {
            return "the scenario";
        }
        String last = path.getName(-1);
        if (!last.matches("\\d+")) {
            return last;
        }
        String number = String.valueOf(Integer.parseInt(last) + 1);
        return path.getNameCount() == 1 ? number : path.getName(path.getNameCount() - 2) + " " + number;
    }

    private static String unknown(String where, ValidationMessage message) {
        JsonNode properties = properties(message);
        List<String> known = new ArrayList<>();
        properties.fieldNames().forEachRemaining(known::add);
        return "'" + message.getProperty() + "' is not known in " + where
                + Spelling.nearest(message.getProperty(), known)
                        .map(near -> ". Did you mean " + near + "?")
                        .orElse(", only " + String.join(", ", known));
    }

    private static JsonNode properties(ValidationMessage message) {
        String location = message.getSchemaLocation().getFragment().toString();
        return parent(location).path("properties");
    }

    private static JsonNode parent(String fragment) {
        String pointer = fragment.startsWith("/") ? fragment : "/" + fragment;
        return Holder.SCHEMA.getSchemaNode().at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static String description(ValidationMessage message) {
        String text = parent(message.getSchemaLocation().getFragment().toString())
                .path("description")
                .asText();
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    /** The choices are members, one of which is required. */
    private static String choice(String name, ValidationMessage message) {
        List<String> members = new ArrayList<>();
        message.getSchemaNode()
                .forEach(each -> members.add(each.path("required").path(0).asText()));
        List<String> given = members.stream()
                .filter(member -> message.getInstanceNode().has(member))
                .toList();
        return name
                + (given.isEmpty() ? " needs one of " : " has one only of ")
                + String.join(", ", given.isEmpty() ? members : given);
    }

    /** Which member forbids another one. */
    private static String dependent(ValidationMessage message) {
        String path = message.getEvaluationPath().toString();
        return path.replaceFirst(".*/dependentSchemas/", "").replaceFirst("/.*", "");
    }

    private static List<String> texts(JsonNode values) {
        return values.isArray()
                ? StreamSupport.stream(values.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(values.asText());
    }

    private static String types(JsonNode type) {
        return texts(type).stream().map(SchemaCheck::type).collect(Collectors.joining(" or "));
    }

    private static String type(String name) {
        return switch (name) {
            case "string" -> "a text";
            case "array" -> "a list";
            case "object" -> "an object with members";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            default -> "empty";
        };
    }

    private static String shown(JsonNode node) {
        if (node.isContainerNode()) {
            return node.isArray() ? "a list" : "an object with members";
        }
        if (node.isNull() || node.asText().isEmpty()) {
            return "empty";
        }
        return node.isTextual() ? "'" + node.asText() + "'" : node.asText();
    }

    private static byte[] read() {
        try (InputStream in = SchemaCheck.class.getResourceAsStream("scenario.schema.json")) {
            byte[] text = in.readAllBytes();
            new ObjectMapper().readTree(text);
            return text;
        } catch (IOException e) {
            throw new IllegalStateException("The schema of scenarios cannot be read", e);
        }
    }
}
