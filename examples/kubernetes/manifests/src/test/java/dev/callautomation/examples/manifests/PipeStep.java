package dev.callautomation.examples.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** A reference of a Pipe to a Kamelet: its kind, name, place, properties and data types. */
final class PipeStep {

    private static final String KIND = "Kamelet";
    private static final String VERSION = "camel.apache.org/v1";
    private static final String TYPE = "/metadata/labels/camel.apache.org~1kamelet.type";

    private final Kamelets kamelets;
    private final Manifest pipe;
    private final String pointer;
    private final List<Problem> problems = new ArrayList<>();

    /** @param pointer JSON pointer of the source, the sink or a step */
    PipeStep(Kamelets kamelets, Manifest pipe, String pointer) {
        this.kamelets = kamelets;
        this.pipe = pipe;
        this.pointer = pointer;
    }

    /** @param set names of the properties that are set, among them {@code camel.kamelet.NAME.PROPERTY} */
    List<Problem> check(Set<String> set) {
        String kind = pipe.at(pointer + "/ref/kind").asText();
        if (!kind.equals(KIND)) {
            // such as the Channel or the Broker of Knative
            return Suggestion.isSimilar(kind, KIND)
                    ? List.of(pipe.problem(pointer + "/ref/kind", "there is no such kind; write " + KIND))
                    : List.of();
        }
        if (!pipe.at(pointer + "/ref/apiVersion").asText().equals(VERSION)) {
            add("/ref/apiVersion", "Kamelets are of another version; write " + VERSION);
        }
        String name = pipe.at(pointer + "/ref/name").asText();
        Optional<JsonNode> kamelet = kamelets.find(name);
        if (kamelet.isEmpty()) {
            add(
                    "/ref/name",
                    "no Kamelet has this name, neither here nor on the class path"
                            + Suggestion.of(name, kamelets.names()));
        } else {
            checkPlace(kamelet.get().at(TYPE).asText());
            checkProperties(name, kamelet.get().at("/spec/definition"), set);
            checkDataType("in", kamelet.get());
            checkDataType("out", kamelet.get());
        }
        return problems;
    }

    private void checkPlace(String type) {
        String wanted = "action";
        if (pointer.endsWith("/source")) {
            wanted = "source";
        } else if (!pointer.startsWith("/spec/steps")) {
            wanted = "sink";
        }
        if (!type.isEmpty() && !type.equals(wanted)) {
            add("/ref/name", "this Kamelet is of type " + type + "; write one of type " + wanted);
        }
    }

    private void checkProperties(String name, JsonNode definition, Set<String> set) {
        JsonNode properties = pipe.at(pointer + "/properties");
        List<String> known = Kamelets.names(definition.path("properties"));
        for (String property : Kamelets.names(properties)) {
            JsonNode value = properties.path(property);
            if (!known.contains(property)) {
                add("/properties/" + property, "the Kamelet has no such property" + Suggestion.of(property, known));
            } else if (value.asText().contains("{{")) {
                checkPlaceholder(name, property);
            } else {
                refusal(
                                value,
                                definition
                                        .at("/properties/" + property + "/type")
                                        .asText())
                        .or(() -> Kamelets.isOfEvents(name, property)
                                ? EventNames.refusal(value.asText())
                                : Optional.empty())
                        .ifPresent(advice -> add("/properties/" + property, advice));
            }
        }
        definition.path("required").forEach(required -> {
            String key = Kamelets.PREFIX + name + "." + required.asText();
            if (!properties.has(required.asText()) && !set.contains(key)) {
                add("", "set the property " + required.asText() + ", or mount " + key);
            }
        });
    }

    /** The Kamelets of this project resolve placeholders themselves. */
    private void checkPlaceholder(String name, String property) {
        if (!name.startsWith("callautomation-")) {
            add(
                    "/properties/" + property,
                    "mount " + Kamelets.PREFIX + name + "." + property
                            + " instead: this Kamelet does not resolve placeholders");
        }
    }

    private static Optional<String> refusal(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isTextual() ? Optional.empty() : Optional.of("write a text, in quotes");
            case "integer" ->
                value.asText().matches("-?[0-9]+") ? Optional.empty() : Optional.of("write a whole number");
            case "number" -> value.asText().matches("-?[0-9.]+") ? Optional.empty() : Optional.of("write a number");
            case "boolean" ->
                value.asText().matches("true|false") ? Optional.empty() : Optional.of("write true or false");
            default -> Optional.empty();
        };
    }

    private void checkDataType(String direction, JsonNode kamelet) {
        String at = "/dataTypes/" + direction;
        JsonNode types = kamelet.at("/spec/dataTypes/" + direction + "/types");
        JsonNode wanted = pipe.at(pointer + at);
        if (wanted.isMissingNode() || types.isEmpty()) {
            return;
        }
        String format = wanted.path("format").asText();
        List<String> known =
                types.valueStream().map(type -> type.path("format").asText()).toList();
        // formats of other schemes are Camel's own, and so can be one without a scheme
        String scheme = wanted.path("scheme").asText();
        boolean ours = scheme.equals("callautomation")
                || scheme.isEmpty() && known.stream().anyMatch(name -> Suggestion.isSimilar(format, name));
        if (ours && !known.contains(format)) {
            add(at + "/format", "the Kamelet has no such data type" + Suggestion.of(format, known));
        }
    }

    private void add(String at, String advice) {
        problems.add(pipe.problem(pointer + at, advice));
    }
}
