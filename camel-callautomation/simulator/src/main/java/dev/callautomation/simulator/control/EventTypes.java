package dev.callautomation.simulator.control;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.callautomation.simulator.wire.EventJson;
import dev.callautomation.simulator.wire.Spelling;

/** Names of the events that Event Grid has for the service. */
final class EventTypes {

    /** Those that are sent. */
    private static final List<String> SENT = List.of(
            "IncomingCall",
            "CallStarted",
            "CallEnded",
            "CallParticipantAdded",
            "CallParticipantRemoved",
            "RecordingFileStatusUpdated");

    /** Begins of names of other events, which a subscription of the service may name, too. */
    private static final String OTHERS =
            "(SMS|Chat|AdvancedMessage|EmailDelivery|EmailEngagement|Router|UserDisconnected)\\w*";

    private EventTypes() {}

    /**
     * Refuses a name of which no event comes.
     *
     * @throws IllegalArgumentException with the nearest names
     */
    static String check(String type) {
        String name = type.startsWith(EventJson.TYPE_PREFIX) ? type.substring(EventJson.TYPE_PREFIX.length()) : type;
        if (SENT.contains(name) || name.matches(OTHERS)) {
            return type;
        }
        throw new IllegalArgumentException("types has " + (type.isEmpty() ? "an empty name" : "'" + type + "'")
                + ", which is no event of Event Grid. Did you mean " + nearest(name) + "?");
    }

    private static String nearest(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        List<String> near = SENT.stream()
                .filter(each -> Spelling.typingErrors(each, name) <= Spelling.TYPING_ERRORS
                        || lower.length() > Spelling.TYPING_ERRORS
                                && each.toLowerCase(Locale.ROOT).contains(lower))
                .sorted(Comparator.comparingInt(each -> Spelling.typingErrors(each, name)))
                .toList();
        return (near.isEmpty() ? SENT : near).stream().collect(Collectors.joining(" or "));
    }
}
