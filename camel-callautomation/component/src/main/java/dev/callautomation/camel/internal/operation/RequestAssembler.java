package dev.callautomation.camel.internal.operation;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

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
    private static final String CONTEXT = "operationContext";

    /** Ends of the names of objects that are merged member by member. */
    private static final List<String> GATHERS = List.of("Context", "Headers", "Options");

    /** One prompt or several, which replace each other. */
    private static final List<String> PROMPTS = List.of("playPrompt", "playPrompts");

    /** The call to record, by one of two members, which replace each other. */
    private static final List<String> CALLS = List.of("callLocator", "callConnectionId");

    /** Identifiers of one kind. */
    private static final Set<Class<?>> DETAILS =
            Set.of(PhoneNumberIdentifier.class, CommunicationUserIdentifier.class, MicrosoftTeamsAppIdentifier.class);

    private final Class<T> type;
    private final List<Member> members;
    private final @Nullable String prompt;
    private final boolean severalPrompts;
    private final Set<Input> inputs;
    private final List<String> details;
    private final @Nullable Method contextAccessor;

    /**
     * @param members the members that inputs set, in the order in which they are set: where two inputs set the same
     *                member, the later one counts
     * @param prompt  the member that the inputs of a prompt set together; {@code null} if there is none
     */
    RequestAssembler(Class<T> type, List<Member> members, String prompt) {
        this.type = type;
        this.members = List.copyOf(members);
        this.severalPrompts = prompt != null && prompt.endsWith(SEVERAL);
        this.prompt = severalPrompts ? prompt.substring(0, prompt.length() - SEVERAL.length()) : prompt;
        this.inputs = Stream.concat(
                        members.stream().map(Member::input), prompt == null ? Stream.empty() : Prompt.INPUTS.stream())
                .collect(Collectors.toUnmodifiableSet());
        RecordComponent[] components = type.getRecordComponents();
        this.details = Stream.of(components)
                .filter(component -> DETAILS.contains(component.getType()))
                .map(RecordComponent::getName)
                .toList();
        this.contextAccessor = Stream.of(components)
                .filter(component -> component.getName().equals(CONTEXT))
                .map(RecordComponent::getAccessor)
                .findFirst()
                .orElse(null);
    }

    Class<T> type() {
        return type;
    }

    /** The operation context of a request; {@code null} if it has none. */
    @Nullable
    String operationContext(T request) {
        try {
            return contextAccessor == null ? null : (String) contextAccessor.invoke(request);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param body       the part of the request that the message body provides
     * @param completion adds defaults to the request; receives it, and the part of the body
     */
    T assemble(OperationInputs inputs, ObjectNode body, BiConsumer<ObjectNode, ObjectNode> completion) {
        ObjectNode request = Json.REQUESTS.createObjectNode();
        inputs.belowBody().forEach(layer -> merge(tree(layer, inputs), request));
        merge(body, request);
        merge(tree(inputs.aboveBody(), inputs), request);
        completion.accept(request, body);
        return bind(request);
    }

    private ObjectNode tree(Map<Input, Object> layer, OperationInputs inputs) {
        ObjectNode tree = Json.REQUESTS.createObjectNode();
        if (layer.isEmpty()) {
            return tree;
        }
        for (Member member : members) {
            Object value = layer.get(member.input());
            if (value != null) {
                ObjectNode parent = tree;
                for (String object : member.objects()) {
                    parent = parent.withObjectProperty(object);
                }
                parent.set(member.name(), value(member, value));
            }
        }
        if (prompt != null) {
            Prompt.of(layer, inputs)
                    .ifPresent(source -> tree.set(prompt, severalPrompts ? Values.array(source) : source));
        }
        return tree;
    }

    private static JsonNode value(Member member, Object value) {
        if (member.isArray()) {
            return Values.array(value);
        }
        return member.input().isDuration() ? Values.duration(value, member.input(), member.name()) : Values.tree(value);
    }

    /**
     * A member of a stronger layer replaces that of a weaker one, as a room to connect to replaces a server call. Objects of
     * independent settings are merged.
     */
    private static void merge(ObjectNode stronger, ObjectNode weaker) {
        replace(PROMPTS, stronger, weaker);
        replace(CALLS, stronger, weaker);
        stronger.properties().forEach(member -> {
            String name = member.getKey();
            if (gathers(name)
                    && weaker.get(name) instanceof ObjectNode known
                    && member.getValue() instanceof ObjectNode added) {
                merge(added, known);
            } else {
                weaker.set(name, member.getValue());
            }
        });
    }

    private static void replace(List<String> alternatives, ObjectNode stronger, ObjectNode weaker) {
        for (String alternative : alternatives) {
            if (stronger.has(alternative)) {
                weaker.remove(alternatives);
                return;
            }
        }
    }

    private static boolean gathers(String name) {
        for (String end : GATHERS) {
            if (name.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    private T bind(ObjectNode request) {
        try {
            for (String detail : details) {
                if (request.hasNonNull(detail)) {
                    request.set(detail, Values.detail(request.get(detail)));
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
        return inputs;
    }

    private String hint(String path) {
        return members.stream()
                .filter(member -> path.startsWith(member.path()))
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
