package dev.callautomation.simulator.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that happened in a call.
 *
 * @param callId the simulated call
 * @param time when, by the simulator's clock
 * @param kind what sort of thing
 * @param from who did it: {@code application}, {@code service}, {@code event grid} or a phone's label
 * @param to the receiver, {@code null} when it concerns {@code from} alone
 * @param text what happened, one line without the parties, for example {@code CallConnected 200/0}
 * @param details more for machines: {@code operation}, {@code status}, {@code event}, {@code attempt},
 *     {@code code}, {@code subCode}, {@code callConnectionId}, ...; never a secret
 */
public record TimelineEntry(
        String callId, Instant time, Kind kind, String from, String to, String text, Map<String, String> details) {

    /** What sort of thing happened. */
    public enum Kind {
        /** The application called the REST API. */
        REQUEST,
        /** The REST API answered. */
        RESPONSE,
        /** The service sends an event. */
        EVENT,
        /** An attempt to deliver an event ended. */
        DELIVERY,
        /** A phone did something. */
        PHONE,
        /** The call itself changed. */
        CALL,
        /** A fault was injected. */
        FAULT
    }

    public TimelineEntry {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** The entry as one line for people, parties first: {@code service -> application: CallConnected 200/0}. */
    public String description() {
        return (to == null ? from : from + " -> " + to) + ": " + text;
    }

    /** The same entry, not earlier than {@code earliest}. */
    public TimelineEntry notBefore(Instant earliest) {
        return time.isBefore(earliest) ? new TimelineEntry(callId, earliest, kind, from, to, text, details) : this;
    }

    /** A detail or {@code null}. */
    public String detail(String name) {
        return details.get(name);
    }
}
