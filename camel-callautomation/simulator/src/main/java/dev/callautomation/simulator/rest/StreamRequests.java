package dev.callautomation.simulator.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.engine.stream.StreamSetup;
import dev.callautomation.simulator.wire.Loopback;

/** Reads mediaStreamingOptions and transcriptionOptions. */
final class StreamRequests {

    private static final Map<String, Integer> RATES = Map.of("pcm16KMono", 16_000, "pcm24KMono", 24_000);

    private static final int HIGHEST_PORT = 65_535;

    private StreamRequests() {}

    static List<StreamSetup> setups(Body body) {
        List<StreamSetup> setups = new ArrayList<>();
        if (body.has("mediaStreamingOptions")) {
            setups.add(audio(body.part("mediaStreamingOptions")));
        }
        if (body.has("transcriptionOptions")) {
            setups.add(transcription(body.part("transcriptionOptions")));
        }
        return setups;
    }

    private static StreamSetup audio(Body options) {
        checkTransport(options);
        String channels = options.requiredText("audioChannelType");
        if (!List.of("mixed", "unmixed").contains(channels)) {
            throw Body.invalid("audioChannelType must be mixed or unmixed");
        }
        String content = options.text("contentType");
        if (content != null && !"audio".equals(content)) {
            throw Body.invalid("contentType must be audio");
        }
        String format = options.has("audioFormat") ? options.requiredText("audioFormat") : "pcm16KMono";
        if (!RATES.containsKey(format)) {
            throw Body.invalid("audioFormat must be pcm16KMono or pcm24KMono");
        }
        return new StreamSetup.Audio(
                transportUrl(options),
                options.flag("startMediaStreaming", false),
                "unmixed".equals(channels),
                options.flag("enableBidirectional", false),
                RATES.get(format),
                options.flag("enableDtmfTones", false));
    }

    private static StreamSetup transcription(Body options) {
        checkTransport(options);
        return new StreamSetup.Transcription(
                transportUrl(options),
                options.flag("startTranscription", false),
                options.requiredText("locale"),
                options.text("speechModelEndpointId"),
                options.flag("enableIntermediateResults", false));
    }

    private static void checkTransport(Body options) {
        if (!"websocket".equals(options.text("transportType"))) {
            throw Body.invalid("transportType must be websocket");
        }
    }

    private static URI transportUrl(Body options) {
        String text = options.text("transportUrl");
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            URI uri = new URI(text);
            boolean plain = "ws".equalsIgnoreCase(uri.getScheme());
            boolean secure = "wss".equalsIgnoreCase(uri.getScheme());
            if (uri.getHost() != null
                    && uri.getPort() <= HIGHEST_PORT
                    && (secure || plain && Loopback.isLoopback(uri.getHost()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw invalidUrl();
        }
        throw invalidUrl();
    }

    private static ServiceError invalidUrl() {
        return Body.invalid("transportUrl must be an absolute wss address; plain ws is taken for a loopback host only");
    }
}
