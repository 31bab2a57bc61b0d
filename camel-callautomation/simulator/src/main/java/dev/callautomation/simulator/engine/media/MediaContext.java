package dev.callautomation.simulator.engine.media;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.callautomation.simulator.model.Identifier;

/** What media needs of the call of its connection. */
public interface MediaContext {

    SoundSettings sounds();

    /** Tells the application. */
    void event(String type, MediaResult result, Map<String, Object> specific, OperationTag tag);

    /** Comes back with {@code round} after a while. */
    void timer(String operationId, int round, Duration delay);

    /** Fetches a file of an operation and comes back with what it is. */
    void fetch(String operationId, URI uri);

    /** Participants hear something; an empty list means all of them. */
    void heard(List<Identifier> who, PlaySource source);

    /** A participant gets tones from the application. */
    void tones(Identifier who, List<Tone> tones);
}
