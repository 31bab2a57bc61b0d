package dev.callautomation.simulator.delivery;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.simulator.engine.media.MediaResult;
import dev.callautomation.simulator.engine.media.Sound;

/** Fetches the files an application plays, as far as they are on this computer, and looks at what they are. */
public final class AudioFiles {

    private static final Logger LOG = LoggerFactory.getLogger(AudioFiles.class);
    private static final byte[] MP3_WITH_TAG = "ID3".getBytes(StandardCharsets.US_ASCII);

    private final HttpSender httpSender;

    public AudioFiles(HttpSender httpSender) {
        this.httpSender = httpSender;
    }

    /** Looks at a file; never fails. The length of an MP3 file is not told. */
    public Future<Sound> look(URI uri) {
        return httpSender
                .send(HttpMethod.GET, uri, Map.of(), new byte[0])
                .map(AudioFiles::sound)
                .otherwise(e -> {
                    LOG.debug("A file at {} could not be had: {}", uri.getAuthority(), ConnectionFailures.because(e));
                    return new Sound.Unplayable(MediaResult.FILE_NOT_DOWNLOADED);
                });
    }

    private static Sound sound(HttpSender.Answer answer) {
        if (answer.status() != 200) {
            return new Sound.Unplayable(MediaResult.FILE_NOT_DOWNLOADED);
        }
        byte[] body = answer.body();
        if (Arrays.equals(Arrays.copyOf(body, MP3_WITH_TAG.length), MP3_WITH_TAG)) {
            return new Sound.Playable(null);
        }
        return WavHeader.length(body)
                .<Sound>map(Sound.Playable::new)
                .orElseGet(() -> new Sound.Unplayable(MediaResult.FILE_FORMAT_INVALID));
    }
}
