package dev.callautomation.examples.livetranscript;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.apache.camel.Body;
import org.apache.camel.Header;
import org.apache.camel.component.undertow.UndertowConstants;

import dev.callautomation.camel.model.CommunicationIdentifier;
import dev.callautomation.camel.streaming.TranscriptionData;
import dev.callautomation.camel.streaming.TranscriptionMetadata;

/** The call of each connection, which only the first frame of a connection names. */
public final class Transcripts {

    private static final Pattern CALL_ID = Pattern.compile("[0-9A-Za-z-]+");

    private final Map<String, String> calls = new ConcurrentHashMap<>();

    /** The id becomes a file name and is checked: what comes from the network is not trusted. */
    public void begin(
            @Header(UndertowConstants.CONNECTION_KEY) String connection, @Body TranscriptionMetadata metadata) {
        String call = metadata.callConnectionId();
        if (call == null || !CALL_ID.matcher(call).matches()) {
            throw new IllegalArgumentException("The transcription of a connection names no call");
        }
        calls.put(connection, call);
    }

    public String fileName(@Header(UndertowConstants.CONNECTION_KEY) String connection) {
        String call = calls.get(connection);
        if (call == null) {
            throw new IllegalStateException("A connection sends words before it says whose call they belong to");
        }
        return call + ".txt";
    }

    /** Time since the transcription began, speaker, words. */
    public String line(@Body TranscriptionData said) {
        return "%s  %s  %s".formatted(time(said.offset()), speaker(said.participant()), oneLine(said.text()));
    }

    public void end(@Header(UndertowConstants.CONNECTION_KEY) String connection) {
        calls.remove(connection);
    }

    private static String time(Duration offset) {
        return offset == null
                ? "--:--:--"
                : "%02d:%02d:%02d".formatted(offset.toHours(), offset.toMinutesPart(), offset.toSecondsPart());
    }

    private static String speaker(CommunicationIdentifier speaker) {
        if (speaker == null) {
            return "unknown speaker";
        }
        return speaker.phoneNumber() == null
                ? speaker.rawId()
                : speaker.phoneNumber().value();
    }

    private static String oneLine(String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }
}
