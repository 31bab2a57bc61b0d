package dev.callautomation.camel.operation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Which events end an action that the service has accepted. Immutable. */
public final class Completion {

    /** What an event and the action that it ends have in common. */
    public enum Link {
        /** The operation's own id, in the operation context. */
        OPERATION,
        /** The call connection. */
        CALL,
        /** The recording. */
        RECORDING,
        /** The invitation of a participant. */
        INVITATION
    }

    /** What an event means for an action. */
    public enum Verdict {
        SUCCEEDED,
        FAILED,
        /** The call has ended, and the action with it. */
        CALL_ENDED,
        /** The call has ended, perhaps because of the action: the event that says so may still come. */
        CALL_ENDED_PERHAPS_BY_IT,
        /** Nothing. */
        NONE
    }

    private static final String DISCONNECTED = "CallDisconnected";

    private record Rule(Link link, String type, Verdict verdict, Predicate<JsonNode> condition) {}

    private final List<Rule> rules;
    private final Integer intendedEnd;

    private Completion(List<Rule> rules) {
        this(rules, null);
    }

    private Completion(List<Rule> rules, Integer intendedEnd) {
        this.rules = List.copyOf(rules);
        this.intendedEnd = intendedEnd;
    }

    /** Ends with an event that gives the operation context back, or with the call. */
    static Completion told(String success, String... failures) {
        Completion completion = new Completion(List.of(new Rule(Link.OPERATION, success, Verdict.SUCCEEDED, any())));
        for (String failure : failures) {
            completion = completion.with(Link.OPERATION, failure, Verdict.FAILED);
        }
        return completion.with(Link.CALL, DISCONNECTED, Verdict.CALL_ENDED);
    }

    /** Ends with an event of the same call, whatever context it has, or with the call. */
    static Completion seen(String... successes) {
        Completion completion = new Completion(List.of());
        for (String success : successes) {
            completion = completion.with(Link.CALL, success, Verdict.SUCCEEDED);
        }
        return completion.with(Link.CALL, DISCONNECTED, Verdict.CALL_ENDED);
    }

    /** Ends when the call does. */
    static Completion hungUp() {
        return new Completion(List.of(new Rule(Link.CALL, DISCONNECTED, Verdict.SUCCEEDED, any())));
    }

    /**
     * Ends when a list of participants shows somebody in a state.
     *
     * @param rawId  who
     * @param member the state's member, such as {@code isMuted}
     */
    static Completion state(String rawId, String member, boolean state) {
        return new Completion(List.of(new Rule(
                        Link.CALL,
                        "ParticipantsUpdated",
                        Verdict.SUCCEEDED,
                        list -> isInState(list.path("participants"), rawId, member, state))))
                .with(Link.CALL, DISCONNECTED, Verdict.CALL_ENDED);
    }

    private static boolean isInState(JsonNode participants, String rawId, String member, boolean state) {
        for (JsonNode participant : participants) {
            if (rawId.equals(participant.path("identifier").path("rawId").textValue())) {
                return participant.path(member).asBoolean() == state;
            }
        }
        return false;
    }

    /**
     * Ends when the recording tells its state.
     *
     * @param states those that mean success
     */
    static Completion recording(Set<String> states) {
        return new Completion(List.of(
                new Rule(
                        Link.RECORDING,
                        "RecordingStateChanged",
                        Verdict.SUCCEEDED,
                        data -> states.contains(data.path("state").asText())),
                new Rule(Link.RECORDING, "StartRecordingFailed", Verdict.FAILED, any()),
                new Rule(Link.CALL, DISCONNECTED, Verdict.CALL_ENDED_PERHAPS_BY_IT, any())));
    }

    /** The same, with one more event. */
    Completion with(Link link, String type, Verdict verdict) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(new Rule(link, type, verdict, any()));
        return new Completion(more);
    }

    /** The same, for an action that can end the call itself: the service does not keep the order of the two events. */
    Completion mayEndCall() {
        return mayEndCall(null);
    }

    /** @param subCode with which the call ends when the action succeeds; {@code null} if it ends only by its failure */
    Completion mayEndCall(Integer subCode) {
        return new Completion(
                rules.stream()
                        .map(rule -> rule.verdict() == Verdict.CALL_ENDED
                                ? new Rule(rule.link(), rule.type(), Verdict.CALL_ENDED_PERHAPS_BY_IT, rule.condition())
                                : rule)
                        .toList(),
                subCode);
    }

    private static Predicate<JsonNode> any() {
        return data -> true;
    }

    /**
     * What an event means.
     *
     * @param link what the event has in common with the action
     * @param type the event's type without prefix
     */
    public Verdict verdict(Link link, String type, JsonNode data) {
        return rules.stream()
                .filter(rule -> rule.link() == link
                        && rule.type().equals(type)
                        && rule.condition().test(data))
                .findFirst()
                .map(Rule::verdict)
                .orElse(Verdict.NONE);
    }

    /**
     * Whether the end of the call means success when no other event has come.
     *
     * @param subCode why it ended; may be {@code null}
     */
    public boolean intends(Integer subCode) {
        return intendedEnd != null && intendedEnd.equals(subCode);
    }

    /** The types of the events that need not name the operation in their operation context. */
    Set<String> unnamedTypes() {
        return rules.stream()
                .filter(rule -> rule.link() != Link.OPERATION)
                .map(Rule::type)
                .collect(Collectors.toSet());
    }

    /** The types of the events, without prefix, success first. */
    public Set<String> types() {
        return Stream.of(Verdict.values())
                .flatMap(verdict -> rules.stream().filter(rule -> rule.verdict() == verdict))
                .map(Rule::type)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
