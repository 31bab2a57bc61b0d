package dev.callautomation.camel.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something to play, by options or headers. One input is what is played; the others only say how, so that a voice can be
 * set once for all prompts of an application.
 */
final class Prompt {

    /** What is played, each with the members of its source. */
    private static final Map<Input, Map<Input, String>> SOURCES = Map.of(
            Input.file, Map.of(Input.file, "uri"),
            Input.text,
                    Map.of(
                            Input.text, "text",
                            Input.locale, "sourceLocale",
                            Input.voiceKind, "voiceKind",
                            Input.voice, "voiceName",
                            Input.customVoiceEndpointId, "customVoiceEndpointId"),
            Input.ssml, Map.of(Input.ssml, "ssmlText", Input.customVoiceEndpointId, "customVoiceEndpointId"));

    private Prompt() {}

    /**
     * The source that a layer has; how it is played comes from the strongest layer that says so.
     *
     * @throws IllegalArgumentException if the layer has more than one
     */
    static Optional<ObjectNode> of(Map<Input, Object> layer, OperationInputs inputs) {
        List<Input> given =
                SOURCES.keySet().stream().filter(layer::containsKey).sorted().toList();
        if (given.size() > 1) {
            throw new IllegalArgumentException(given.stream().map(Input::name).collect(Collectors.joining(" and "))
                    + " are given, but one thing is played; set one of text, file and ssml, or put several into the"
                    + " message body");
        }
        return given.stream().findFirst().map(played -> source(played, layer, inputs));
    }

    private static ObjectNode source(Input played, Map<Input, Object> layer, OperationInputs inputs) {
        ObjectNode source = Json.REQUESTS.createObjectNode();
        put(source, "playSourceCacheId", inputs.text(Input.playSourceCacheId));
        ObjectNode content = source.putObject(played.name());
        SOURCES.get(played).forEach((input, member) -> {
            put(content, member, input == played ? Values.text(layer.get(input)) : inputs.text(input));
        });
        return source;
    }

    private static void put(ObjectNode node, String member, String value) {
        if (value != null) {
            node.put(member, value);
        }
    }
}
