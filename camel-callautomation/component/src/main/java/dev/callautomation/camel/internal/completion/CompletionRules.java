package dev.callautomation.camel.internal.completion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** The events that complete an operation which the service has accepted. Immutable. */
public final class CompletionRules {

    private static final String CALL_DISCONNECTED = "CallDisconnected";

    private record Rule(CorrelationKey key, String type, EventMeaning meaning, Predicate<JsonNode> condition) {

        Rule(CorrelationKey key, String type, EventMeaning meaning) {
            this(key, type, meaning, data -> true);
        }

        boolean matches(CorrelationKey sharedId, String eventType, JsonNode data) {
            return key == sharedId && type.equals(eventType) && condition.test(data);
        }

        Rule withMeaning(EventMeaning other) {
            return new Rule(key, type, other, condition);
        }
    }

    private final List<Rule> rules;
    private final Integer successSubCode;
    private final CompletionState pending = CompletionState.pending(this, 1);

    private CompletionRules(List<Rule> rules) {
        this(rules, null);
    }

    private CompletionRules(List<Rule> rules, Integer successSubCode) {
        this.rules = List.copyOf(rules);
        this.successSubCode = successSubCode;
    }

    /** The state of operations that one success completes and whose event has not arrived. They share it, which saves 40 bytes each. */
    CompletionState pending() {
        return pending;
    }

    /** Completed by events that return the operation context, or by the end of the call. */
    public static CompletionRules byOperationContext(String success, String... failures) {
        CompletionRules completion =
                new CompletionRules(List.of(new Rule(CorrelationKey.OPERATION, success, EventMeaning.SUCCEEDED)));
        for (String failure : failures) {
            completion = completion.with(CorrelationKey.OPERATION, failure, EventMeaning.FAILED);
        }
        return completion.with(CorrelationKey.CALL, CALL_DISCONNECTED, EventMeaning.CALL_ENDED);
    }

    /** Completed by events of the same call, whatever their operation context, or by the end of the call. */
    public static CompletionRules byCall(String... successes) {
        CompletionRules completion = new CompletionRules(List.of());
        for (String success : successes) {
            completion = completion.with(CorrelationKey.CALL, success, EventMeaning.SUCCEEDED);
        }
        return completion.with(CorrelationKey.CALL, CALL_DISCONNECTED, EventMeaning.CALL_ENDED);
    }

    /** Succeeds with the end of the call. */
    public static CompletionRules byEndOfCall() {
        return new CompletionRules(List.of(new Rule(CorrelationKey.CALL, CALL_DISCONNECTED, EventMeaning.SUCCEEDED)));
    }

    /**
     * Completed when a list of participants shows a participant in a state.
     *
     * @param rawId  the participant
     * @param member the member that holds the state, such as {@code isMuted}
     */
    public static CompletionRules byParticipantState(String rawId, String member, boolean state) {
        return new CompletionRules(List.of(new Rule(
                        CorrelationKey.CALL,
                        "ParticipantsUpdated",
                        EventMeaning.SUCCEEDED,
                        list -> isInState(list.path("participants"), rawId, member, state))))
                .with(CorrelationKey.CALL, CALL_DISCONNECTED, EventMeaning.CALL_ENDED);
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
     * Completed when an event reports the state of the recording.
     *
     * @param states the states that mean success
     */
    public static CompletionRules byRecordingState(Set<String> states) {
        return new CompletionRules(List.of(
                new Rule(
                        CorrelationKey.RECORDING,
                        "RecordingStateChanged",
                        EventMeaning.SUCCEEDED,
                        data -> states.contains(data.path("state").asText())),
                new Rule(CorrelationKey.RECORDING, "StartRecordingFailed", EventMeaning.FAILED),
                new Rule(CorrelationKey.CALL, CALL_DISCONNECTED, EventMeaning.CALL_ENDED_POSSIBLY_BY_OPERATION)));
    }

    /** These rules and one more. */
    public CompletionRules with(CorrelationKey key, String type, EventMeaning meaning) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(new Rule(key, type, meaning));
        return new CompletionRules(more, successSubCode);
    }

    /**
     * These rules for an operation that can end the call itself. The service does not keep the order of the event that
     * reports the result and the one that reports the end of the call.
     */
    public CompletionRules mayEndCall() {
        return mayEndCall(null);
    }

    /**
     * As {@link #mayEndCall()}.
     *
     * @param subCode the subcode with which the call ends if the operation succeeds; {@code null} if only its failure ends
     *                the call
     */
    public CompletionRules mayEndCall(Integer subCode) {
        return new CompletionRules(
                rules.stream()
                        .map(rule -> rule.meaning() == EventMeaning.CALL_ENDED
                                ? rule.withMeaning(EventMeaning.CALL_ENDED_POSSIBLY_BY_OPERATION)
                                : rule)
                        .toList(),
                subCode);
    }

    /**
     * The meaning of an event.
     *
     * @param key  the kind of id that the event and the operation share
     * @param type the type of the event without prefix
     */
    public EventMeaning meaning(CorrelationKey key, String type, JsonNode data) {
        for (Rule rule : rules) {
            if (rule.matches(key, type, data)) {
                return rule.meaning();
            }
        }
        return EventMeaning.NONE;
    }

    /**
     * Whether the end of the call means success if no event reports the result.
     *
     * @param subCode the subcode with which the call has ended; may be {@code null}
     */
    public boolean succeedsWithEndOfCall(Integer subCode) {
        return successSubCode != null && successSubCode.equals(subCode);
    }

    /** The types of the events that are correlated otherwise than by the operation context. */
    public Set<String> typesWithoutContext() {
        return rules.stream()
                .filter(rule -> rule.key() != CorrelationKey.OPERATION)
                .map(Rule::type)
                .collect(Collectors.toSet());
    }

    /** The types of the events, without prefix, success first. */
    public Set<String> types() {
        return Stream.of(EventMeaning.values())
                .flatMap(meaning -> rules.stream().filter(rule -> rule.meaning() == meaning))
                .map(Rule::type)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
