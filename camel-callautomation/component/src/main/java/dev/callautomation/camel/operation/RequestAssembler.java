package dev.callautomation.camel.operation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.camel.model.OperationRequest;

/**
 * Puts a request together from its layers.
 *
 * @param <T> the request's record
 */
final class RequestAssembler<T extends OperationRequest> {

    private static final String SEVERAL = "[]";

    /** Objects whose members come together from all layers. */
    private static final Pattern GATHERS = Pattern.compile(".*(Context|Headers|Options)");

    /** One prompt or several: either takes the place of the other. */
    private static final List<String> PROMPTS = List.of("playPrompt", "playPrompts");

    /** The call to record: either way to name it takes the place of the other. */
    private static final List<String> CALLS = List.of("callLocator", "callConnectionId");

    private final Class<T> type;
    private final Map<Input, String> members;
    private final String prompt;

    /**
     * @param members the member of the request that an input fills, as a path with dots; a member that ends with []
     *                takes several values, which text has with commas between them
     * @param prompt  the member that the inputs of a prompt fill together; {@code null} if there is none
     */
    RequestAssembler(Class<T> type, Map<Input, String> members, String prompt) {
        this.type = type;
        // in the order of the constants: User-To-User is set after, and so into, the other SIP headers
        this.members = new EnumMap<>(members);
        this.prompt = prompt;
    }

    /**
     * @param completion is given the request that the layers make, to add to it, and that of the body alone
     */
    T assemble(OperationInputs inputs, BiConsumer<ObjectNode, ObjectNode> completion) {
        ObjectNode request = Json.REQUESTS.createObjectNode();
        inputs.belowBody().forEach(layer -> merge(tree(layer, inputs), request));
        ObjectNode body = RequestBody.read(inputs.exchange(), type);
        merge(body, request);
        merge(tree(inputs.aboveBody(), inputs), request);
        completion.accept(request, body);
        return bind(request);
    }

    private ObjectNode tree(Map<Input, Object> layer, OperationInputs inputs) {
        ObjectNode tree = Json.REQUESTS.createObjectNode();
        members.forEach((input, path) -> {
            Object value = layer.get(input);
            if (value != null) {
                String[] names = path.split("\\.");
                ObjectNode parent = tree;
                for (int i = 0; i < names.length - 1; i++) {
                    parent = parent.withObjectProperty(names[i]);
                }
                String name = names[names.length - 1];
                if (name.endsWith(SEVERAL)) {
                    parent.set(single(name), Values.array(value));
                } else {
                    parent.set(name, input.isDuration() ? Values.duration(value, input, name) : Values.tree(value));
                }
            }
        });
        if (prompt != null) {
            Prompt.of(layer, inputs)
                    .ifPresent(source ->
                            tree.set(single(prompt), prompt.endsWith(SEVERAL) ? Values.array(source) : source));
        }
        return tree;
    }

    private static String single(String name) {
        return name.replace(SEVERAL, "");
    }

    /**
     * A member of a stronger layer replaces that of a weaker one, as a room to connect to replaces a server call. Options
     * and the headers of custom context name nothing and are single inputs, each of its own layer.
     */
    private static void merge(ObjectNode stronger, ObjectNode weaker) {
        for (List<String> alternatives : List.of(PROMPTS, CALLS)) {
            if (alternatives.stream().anyMatch(stronger::has)) {
                weaker.remove(alternatives);
            }
        }
        stronger.properties().forEach(member -> {
            String name = member.getKey();
            if (GATHERS.matcher(name).matches()
                    && weaker.get(name) instanceof ObjectNode known
                    && member.getValue() instanceof ObjectNode added) {
                merge(added, known);
            } else {
                weaker.set(name, member.getValue());
            }
        });
    }

    private T bind(ObjectNode request) {
        try {
            return Json.REQUESTS.treeToValue(request, type);
        } catch (UnrecognizedPropertyException e) {
            List<String> known = e.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList();
            throw new IllegalArgumentException(
                    "the message body has the member " + path(e) + ", which " + type.getSimpleName()
                            + " has not (it has " + String.join(", ", known)
                            + "); mend it, or empty the body before this operation if it is no request",
                    e);
        } catch (JsonMappingException e) {
            String path = path(e);
            throw new IllegalArgumentException((path.isEmpty() ? "" : path + ": ") + Json.reason(e) + hint(path), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private String hint(String path) {
        return members.entrySet().stream()
                .filter(entry -> path.startsWith(single(entry.getValue())))
                .findFirst()
                .map(entry -> "; " + entry.getKey().howToGive())
                .orElse("");
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null)
                .collect(Collectors.joining("."));
    }
}
