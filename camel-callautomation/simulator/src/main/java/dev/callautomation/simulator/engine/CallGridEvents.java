package dev.callautomation.simulator.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Conference;
import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.IdentifierKind;

/**
 * What Event Grid hears of a call besides IncomingCall: its start, its end, and communication users who come and go
 * (telephones, Teams users and applications are not reported).
 */
final class CallGridEvents {

    private static final String NO_GROUP = "00000000-0000-0000-0000-000000000000";

    private final Call before;
    private final Call after;
    private final Instant now;
    private final List<Effect> events = new ArrayList<>();

    private CallGridEvents(Call before, Call after, Instant now) {
        this.before = before;
        this.after = after;
        this.now = now;
    }

    /** Compares a call with what it was; {@code before} is {@code null} for a new one. */
    static List<Effect> of(Call before, Call after, Instant now) {
        boolean endedLongAgo = before != null && before.over();
        return after.connectedAt() == null || endedLongAgo || isSame(before, after)
                ? List.of()
                : new CallGridEvents(before, after, now).compare();
    }

    /** Most changes of a call are those of its media. */
    private static boolean isSame(Call before, Call after) {
        return before != null && before.connectedAt() != null && !after.over() && after.parties() == before.parties();
    }

    private List<Effect> compare() {
        boolean started = before != null && before.connectedAt() != null;
        List<Identifier> usersBefore = started ? users(before) : List.of();
        List<Identifier> usersAfter = users(after);
        if (!started) {
            add("CallStarted", "call/" + after.serverCallId() + "/startedBy/" + startedBy(), common());
        }
        usersAfter.stream()
                .filter(user -> !usersBefore.contains(user))
                .forEach(user -> participant("CallParticipantAdded", user));
        usersBefore.stream()
                .filter(user -> !usersAfter.contains(user))
                .forEach(user -> participant("CallParticipantRemoved", user));
        if (after.over()) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put(
                    "durationOfCall", Duration.between(after.connectedAt(), now).toMillis() / 1_000.0);
            data.putAll(common());
            add("CallEnded", "call/" + after.serverCallId(), data);
        }
        return events;
    }

    private void participant(String type, Identifier user) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("user", person(user));
        data.put("displayName", user.label());
        data.put("participantId", user.rawId());
        data.putAll(common());
        add(type, "call/" + after.serverCallId() + "/participant/" + user, data);
    }

    private Map<String, Object> common() {
        Conference conference = after.conference();
        boolean room = conference != null && conference.kind() == Conference.Kind.ROOM;
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("startedBy", person(startedBy()));
        data.put("serverCallId", after.serverCallId());
        data.put("group", Map.of("id", conference == null || room ? NO_GROUP : conference.id()));
        if (room) {
            data.put("room", Map.of("id", conference.id()));
        }
        data.put("isTwoParty", conference == null && after.parties().size() <= 2);
        data.put("correlationId", after.correlationId());
        data.put("isRoomsCall", room);
        return data;
    }

    private Identifier startedBy() {
        Call withParties = after.parties().isEmpty() ? before : after;
        return withParties.parties().get(0).identifier();
    }

    private void add(String type, String subject, Map<String, Object> data) {
        events.add(new Effect.GridEvent(after.id(), type, subject, now, data));
    }

    private static Map<String, Object> person(Identifier identifier) {
        return Map.of("communicationIdentifier", identifier);
    }

    private static List<Identifier> users(Call call) {
        return call.parties().stream()
                .filter(Party::isPhone)
                .map(Party::identifier)
                .filter(identifier -> identifier.kind() == IdentifierKind.COMMUNICATION_USER)
                .toList();
    }
}
