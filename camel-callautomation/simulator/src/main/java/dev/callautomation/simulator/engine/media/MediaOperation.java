package dev.callautomation.simulator.engine.media;

import java.util.Optional;

import dev.callautomation.simulator.model.Identifier;

/** An operation on its way through the queue. Transitions return what is left of it: nothing when it has ended. */
public interface MediaOperation {

    String id();

    /** About how many bytes its texts take. */
    long size();

    /**
     * Whether it concerns one participant of several. The service calls that a sub leg, and takes only one of these
     * operations at a time.
     */
    boolean isOnSubLeg();

    /** Whether it is for this participant only. */
    boolean isOnlyFor(Identifier who);

    /** It is this operation's turn. */
    Optional<MediaOperation> begin(MediaContext mediaContext);

    /** A file it asked for has been looked at. */
    default Optional<MediaOperation> fetched(Sound sound, MediaContext mediaContext) {
        return Optional.of(this);
    }

    /** A time it asked for is over. */
    Optional<MediaOperation> timeUp(int round, MediaContext mediaContext);

    /** A participant pressed a key. */
    default Optional<MediaOperation> tone(Identifier who, Tone tone, MediaContext mediaContext) {
        return Optional.of(this);
    }

    /** A participant spoke. */
    default Optional<MediaOperation> speech(Identifier who, Utterance utterance, MediaContext mediaContext) {
        return Optional.of(this);
    }

    /** It is over before its time. */
    void stop(MediaResult reason, MediaContext mediaContext);
}
