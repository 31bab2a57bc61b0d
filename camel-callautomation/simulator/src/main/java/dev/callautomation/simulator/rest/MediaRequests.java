package dev.callautomation.simulator.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.callautomation.simulator.engine.call.MediaSetup;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.media.PlaySource;
import dev.callautomation.simulator.engine.media.Tone;

/** What requests about media have in common. */
final class MediaRequests {

    private static final Map<String, Function<Body, PlaySource>> KINDS = Map.of(
            "file", MediaRequests::file,
            "text", source -> new PlaySource.Text(source.part("text").textOrEmpty("text")),
            "ssml", source -> new PlaySource.Ssml(source.part("ssml").textOrEmpty("ssmlText")));

    private MediaRequests() {}

    /** What a request that sets up a call says about media. */
    static MediaSetup setup(Body body) {
        String endpoint = body.part("callIntelligenceOptions").text("cognitiveServicesEndpoint");
        return new MediaSetup(endpoint != null && !endpoint.isBlank(), StreamRequests.setups(body));
    }

    static OperationTag tag(Body body) {
        return new OperationTag(body.operationContext(), body.operationCallbackUri());
    }

    static List<PlaySource> sources(Body body, String name) {
        return body.parts(name).stream().map(MediaRequests::source).toList();
    }

    static PlaySource source(Body source) {
        Function<Body, PlaySource> kind = KINDS.get(source.requiredText("kind"));
        if (kind == null) {
            throw Body.invalid("the kind of a play source must be file, text or ssml");
        }
        return kind.apply(source);
    }

    static List<Tone> tones(Body body, String name) {
        List<Tone> tones = new ArrayList<>();
        body.texts(name).forEach(text -> tones.add(tone(text, name)));
        return tones;
    }

    static Tone tone(String text, String name) {
        return Tone.find(text)
                .orElseThrow(() ->
                        Body.invalid(name + " must be zero to nine, a to d, pound or asterisk, not '" + text + "'"));
    }

    private static PlaySource file(Body source) {
        try {
            URI uri = new URI(source.part("file").requiredText("uri"));
            if (uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))) {
                return new PlaySource.File(uri);
            }
        } catch (URISyntaxException e) {
            throw Body.invalid("file.uri is not a URI");
        }
        throw Body.invalid("file.uri must be an absolute http or https address");
    }
}
