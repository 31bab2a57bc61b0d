package dev.callautomation.simulator.engine.call;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.callautomation.simulator.engine.media.Sound;
import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.engine.result.ResultInformation;
import dev.callautomation.simulator.engine.sound.SoundEvent;
import dev.callautomation.simulator.engine.stream.Stream;
import dev.callautomation.simulator.model.TimelineEntry;

/**
 * Input or output that a command asks for; effects of one call run in order. Every kind has a method in
 * {@link Visitor}, so that a new one does not compile until everything that runs effects handles it.
 */
public sealed interface Effect {

    /** The call it belongs to. */
    String callId();

    /** Calls the visitor's method for this kind of effect. */
    void accept(Visitor visitor);

    /** One method for each kind of effect. */
    interface Visitor {

        void callback(Callback callback);

        void gridEvent(GridEvent event);

        void fetch(Fetch fetch);

        void openStream(OpenStream request);

        void updateStream(UpdateStream request);

        void closeStream(CloseStream request);

        void sound(Sounds sounds);

        void fileReady(FileReady file);

        void note(Note note);
    }

    /**
     * A callback to an application.
     *
     * @param specific members that only this type has, in the service's order; values are strings, numbers,
     *     identifiers or lists of parties
     * @param operationContext {@code null} when none was given
     */
    record Callback(
            String callId,
            String legId,
            String serverCallId,
            String correlationId,
            String apiVersion,
            String type,
            URI destination,
            Instant time,
            Map<String, Object> specific,
            String operationContext,
            ResultInformation result)
            implements Effect {

        @Override
        public void accept(Visitor visitor) {
            visitor.callback(this);
        }
    }

    /** An event for Event Grid; {@code type} without {@code Microsoft.Communication.}. */
    record GridEvent(String callId, String type, String subject, Instant time, Map<String, Object> data)
            implements Effect {

        @Override
        public void accept(Visitor visitor) {
            visitor.gridEvent(this);
        }

        /** Leaves out the data: it may hold an incoming call context. */
        @Override
        public String toString() {
            return "GridEvent[" + type + "]";
        }
    }

    /** Fetch a file and run the command that {@code then} makes of what it is. */
    record Fetch(String callId, URI uri, Function<Sound, Command<?>> then) implements Effect {

        @Override
        public void accept(Visitor visitor) {
            visitor.fetch(this);
        }

        /** Leaves out the address, whose query may hold a signature. */
        @Override
        public String toString() {
            return "Fetch[" + callId + "]";
        }
    }

    /** Connect a stream. */
    record OpenStream(String callId, String legId, String correlationId, Stream stream) implements Effect {

        @Override
        public void accept(Visitor visitor) {
            visitor.openStream(this);
        }
    }

    /** Change the language of a transcription. */
    record UpdateStream(String callId, Stream stream) implements Effect {

        @Override
        public void accept(Visitor visitor) {
            visitor.updateStream(this);
        }
    }

    /** Close the connection of a stream. */
    record CloseStream(String callId, String streamId) implements Effect {

        @Override
        public void accept(Visitor visitor) {
            visitor.closeStream(this);
        }
    }

    /** Something can be heard on these connections of the call from now on, or a little later. */
    record Sounds(String callId, List<String> legIds, SoundEvent soundEvent) implements Effect {

        @Override
        public void accept(Visitor visitor) {
            visitor.sound(this);
        }
    }

    /** The file of a recording can be fetched. */
    record FileReady(String callId, String serverCallId, Recording recording, Instant time) implements Effect {

        @Override
        public void accept(Visitor visitor) {
            visitor.fileReady(this);
        }
    }

    /** Write {@code entry} on the call's timeline. */
    record Note(TimelineEntry entry) implements Effect {

        @Override
        public void accept(Visitor visitor) {
            visitor.note(this);
        }

        @Override
        public String callId() {
            return entry.callId();
        }
    }
}
