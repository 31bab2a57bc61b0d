package dev.callautomation.camel.internal.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A prompt from options or headers. One input is the content; the others say how it is played, so that a voice can be set
 * once for all prompts of an application.
 */
final class Prompt {

    private static final Input VOICE_KIND = Input.overridable("voiceKind");
    private static final Input VOICE = Input.overridable("voice");
    private static final Input CUSTOM_VOICE_ENDPOINT_ID = Input.overridable("customVoiceEndpointId");
    private static final Input PLAY_SOURCE_CACHE_ID = Input.overridable("playSourceCacheId");

    private static final List<Source> SOURCES = List.of(
            new Source(
                    Inputs.TEXT,
                    List.of(
                            Inputs.TEXT.fills("text"),
                            Inputs.LOCALE.fills("sourceLocale"),
                            VOICE_KIND.fills("voiceKind"),
                            VOICE.fills("voiceName"),
                            CUSTOM_VOICE_ENDPOINT_ID.fills("customVoiceEndpointId"))),
            new Source(Inputs.FILE, List.of(Inputs.FILE.fills("uri"))),
            new Source(
                    Inputs.SSML,
                    List.of(Inputs.SSML.fills("ssmlText"), CUSTOM_VOICE_ENDPOINT_ID.fills("customVoiceEndpointId"))));

    static final Set<Input> INPUTS = Stream.concat(
                    Stream.of(PLAY_SOURCE_CACHE_ID),
                    SOURCES.stream()
                            .flatMap(source -> source.members().stream())
                            .map(Member::input))
            .collect(Collectors.toUnmodifiableSet());

    private Prompt() {}

    /**
     * The prompt of a layer. Each of its settings, such as the voice, comes from the strongest layer that sets it.
     *
     * @throws IllegalArgumentException if the layer has more than one
     */
    static Optional<ObjectNode> of(Map<Input, Object> layer, OperationInputs inputs) {
        List<Source> given = SOURCES.stream()
                .filter(source -> layer.containsKey(source.content()))
                .toList();
        if (given.size() > 1) {
            throw new IllegalArgumentException(
                    given.stream().map(source -> source.content().option()).collect(Collectors.joining(" and "))
                            + " are set, but they are exclusive; set one of text, file and ssml, or put several prompts into"
                            + " the message body");
        }
        return given.stream().findFirst().map(source -> source.read(layer, inputs));
    }

    private static void put(ObjectNode node, String member, String value) {
        if (value != null) {
            node.put(member, value);
        }
    }

    /**
     * A kind of prompt.
     *
     * @param content the input that is played
     * @param members the members of the source in the request
     */
    private record Source(Input content, List<Member> members) {

        ObjectNode read(Map<Input, Object> layer, OperationInputs inputs) {
            ObjectNode source = Json.REQUESTS.createObjectNode();
            put(source, "playSourceCacheId", inputs.text(PLAY_SOURCE_CACHE_ID));
            ObjectNode target = source.putObject(content.option());
            members.forEach(member -> {
                Input input = member.input();
                put(target, member.path(), input.equals(content) ? Values.text(layer.get(input)) : inputs.text(input));
            });
            return source;
        }
    }
}
