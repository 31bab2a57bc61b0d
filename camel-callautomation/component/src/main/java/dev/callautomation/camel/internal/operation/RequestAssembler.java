package dev.callautomation.camel.internal.operation;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.camel.model.CommunicationUserIdentifier;
import dev.callautomation.camel.model.MicrosoftTeamsAppIdentifier;
import dev.callautomation.camel.model.OperationRequest;
import dev.callautomation.camel.model.PhoneNumberIdentifier;

/**
 * Assembles a request from the layers of input.
 *
 * @param <T> the request's record
 */
final class RequestAssembler<T extends OperationRequest> {

    private static final String SEVERAL = "[]";

    /** Objects that are merged member by member. */
    private static final Pattern GATHERS = Pattern.compile(".*(Context|Headers|Options)");

    /** One prompt or several, which replace each other. */
    private static final List<String> PROMPTS = List.of("playPrompt", "playPrompts");

    /** The call to record, by one of two members, which replace each other. */
    private static final List<String> CALLS = List.of("callLocator", "callConnectionId");

    /** Identifiers of one kind. */
    private static final Set<Class<?>> DETAILS =
            Set.of(PhoneNumberIdentifier.class, CommunicationUserIdentifier.class, MicrosoftTeamsAppIdentifier.class);

    private final Class<T> type;
    private final List<Member> members;
    private final String prompt;

    /**
     * @param members the members that inputs set, in the order in which they are set: where two inputs set the same
     *                member, the later one counts
     * @param prompt  the member that the inputs of a prompt set together; {@code null} if there is none
     */
    RequestAssembler(Class<T> type, List<Member> members, String prompt) {
        this.type = type;
        this.members = List.copyOf(members);
        this.prompt = prompt;
    }

    /**
     * @param completion adds defaults to the request; receives it, and the part of the body
     */
    T assemble(OperationInputs inputs, BiConsumer<ObjectNode, ObjectNode> completion) {
        ObjectNode request = Json.REQUESTS.createObjectNode();
        inputs.belowBody().forEach(layer -> merge(tree(layer, inputs), request));
        ObjectNode body = inputs.body(type);
        merge(body, request);
        merge(tree(inputs.aboveBody(), inputs), request);
        completion.accept(request, body);
        return bind(request);
    }

    private ObjectNode tree(Map<Input, Object> layer, OperationInputs inputs) {
        ObjectNode tree = Json.REQUESTS.createObjectNode();
        members.forEach(member -> {
            Input input = member.input();
            Object value = layer.get(input);
            if (value != null) {
                String[] names = member.path().split("\\.");
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
     * A member of a stronger layer replaces that of a weaker one, as a room to connect to replaces a server call. Objects of
     * independent settings are merged.
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
            for (RecordComponent component : type.getRecordComponents()) {
                if (DETAILS.contains(component.getType()) && request.hasNonNull(component.getName())) {
                    request.set(component.getName(), Values.detail(request.get(component.getName())));
                }
            }
            return Json.REQUESTS.treeToValue(request, type);
        } catch (UnrecognizedPropertyException e) {
            List<String> known = e.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList();
            throw new IllegalArgumentException(
                    "unknown member " + path(e) + " in the message body; " + type.getSimpleName()
                            + " has the members " + String.join(", ", known)
                            + "; correct it, or remove the body before this operation if it is not a request",
                    e);
        } catch (JsonMappingException e) {
            String path = path(e);
            throw new IllegalArgumentException((path.isEmpty() ? "" : path + ": ") + Json.reason(e) + hint(path), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** The inputs that the request is assembled from. */
    Set<Input> inputs() {
        Stream<Input> own = members.stream().map(Member::input);
        return Stream.concat(own, prompt == null ? Stream.empty() : Prompt.INPUTS.stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private String hint(String path) {
        return members.stream()
                .filter(member -> path.startsWith(single(member.path())))
                .findFirst()
                .map(member -> "; " + member.input().hint())
                .orElse("");
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null)
                .collect(Collectors.joining("."));
    }
}
