package dev.callautomation.simulator.model;

import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One thing that happened in a call.
 *
 * @param number in the order of writing over all calls, strictly increasing; 0 for one that is not written yet
 * @param callId the simulated call
 * @param time when, by the simulator's clock
 * @param kind what sort of thing
 * @param from who did it: {@code application}, {@code service}, {@code event grid} or a phone's label
 * @param to the receiver, {@code null} when it concerns {@code from} alone
 * @param text what happened, one line without the parties, for example {@code CallConnected 200/0}
 * @param details more for machines: {@code operation}, {@code status}, {@code event}, {@code attempt},
 *     {@code code}, {@code subCode}, {@code callConnectionId}, {@code reason} of a delivery that failed, ...; as they
 *     were sent: the control API, the page and diagrams mask what may be secret in them and in {@code text}
 */
public record TimelineEntry(
        long number,
        String callId,
        Instant time,
        Kind kind,
        String from,
        String to,
        String text,
        Map<String, String> details) {

    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_DETAIL = 8_000;

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
        details = TimelineDetails.copyOf(details);
    }

    /** An entry that is not written yet. */
    public TimelineEntry(
            String callId, Instant time, Kind kind, String from, String to, String text, Map<String, String> details) {
        this(0, callId, time, kind, from, to, text, details);
    }

    /** The entry as one line for people, parties first: {@code service -> application: CallConnected 200/0}. */
    public String description() {
        return (to == null ? from : from + " -> " + to) + ": " + text;
    }

    /**
     * The same entry as it is written, not earlier than {@code earliest} and without the ends of long texts.
     *
     * @param texts returns an equal text, to be kept instead
     */
    public TimelineEntry written(long as, Instant earliest, UnaryOperator<String> texts) {
        Instant at = time.isBefore(earliest) ? earliest : time;
        Map<String, String> kept = TimelineDetails.of(details, value -> texts.apply(cut(value, LONGEST_DETAIL)));
        return new TimelineEntry(as, callId, at, kind, from, to, texts.apply(cut(text, LONGEST_TEXT)), kept);
    }

    private static String cut(String value, int length) {
        return value.length() <= length ? value : value.substring(0, length) + "...";
    }

    /** About how many bytes its texts take. */
    public long size() {
        return TextSize.of(from) + TextSize.of(to) + TextSize.of(text) + ((TimelineDetails) details).sizeOfValues();
    }

    /** A detail or {@code null}. */
    public String detail(String name) {
        return details.get(name);
    }
}
