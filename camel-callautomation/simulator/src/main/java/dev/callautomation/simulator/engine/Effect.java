package dev.callautomation.simulator.engine;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.callautomation.simulator.engine.media.Sound;
import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.engine.sound.Noise;
import dev.callautomation.simulator.engine.stream.Stream;
import dev.callautomation.simulator.model.TimelineEntry;

/** Something the world outside the engine has to do; {@code callId} says for which call, in that call's order. */
public sealed interface Effect {

    /** The call it belongs to. */
    String callId();

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
            implements Effect {}

    /** An event for Event Grid; {@code type} without {@code Microsoft.Communication.}. */
    record GridEvent(String callId, String type, String subject, Instant time, Map<String, Object> data)
            implements Effect {

        /** Leaves out the data: it may hold an incoming call context. */
        @Override
        public String toString() {
            return "GridEvent[" + type + "]";
        }
    }

    /** Run {@code command} after {@code delay}. */
    record Wake(String callId, Duration delay, Command<?> command) implements Effect {}

    /** Fetch a file and run the command that {@code then} makes of what it is. */
    record Fetch(String callId, URI uri, Function<Sound, Command<?>> then) implements Effect {

        /** Leaves out the address, whose query may hold a signature. */
        @Override
        public String toString() {
            return "Fetch[" + callId + "]";
        }
    }

    /** Make the connection of a stream. */
    record StreamOpens(String callId, String legId, String correlationId, Stream stream) implements Effect {}

    /** Use another language from now on. */
    record StreamChanges(String callId, Stream stream) implements Effect {}

    /** Close the connection of a stream. */
    record StreamCloses(String callId, String streamId) implements Effect {}

    /** Something can be heard on these connections of the call from now on, or a little later. */
    record Sounds(String callId, List<String> legIds, Noise noise) implements Effect {}

    /** The file of a recording can be fetched. */
    record FileReady(String callId, String serverCallId, Recording recording, Instant time) implements Effect {}

    /** Write {@code entry} on the call's timeline. */
    record Note(TimelineEntry entry) implements Effect {

        @Override
        public String callId() {
            return entry.callId();
        }
    }
}
