package dev.callautomation.simulator.engine.call;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.callautomation.simulator.engine.stream.Stream;
import dev.callautomation.simulator.engine.stream.StreamKind;
import dev.callautomation.simulator.engine.stream.StreamSetup;

/**
 * What an application says about media when it creates, answers or connects to a call.
 *
 * @param speech it named a speech service, which text, SSML and recognition of speech need
 * @param streamed what is to be streamed, of each kind at most one
 */
public record MediaSetup(boolean speech, List<StreamSetup> streamed) {

    public static final MediaSetup NONE = new MediaSetup(false, List.of());

    public MediaSetup {
        streamed = List.copyOf(streamed);
    }

    /** The streams of a new connection. */
    public Map<StreamKind, Stream> streams(CommandContext context, String operationContext) {
        Map<StreamKind, Stream> streams = new EnumMap<>(StreamKind.class);
        streamed.forEach(
                setup -> streams.put(setup.kind(), Stream.of(context.ids().guid(), setup, operationContext)));
        return streams;
    }
}
