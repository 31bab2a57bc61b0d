package dev.callautomation.camel.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.internal.completion.CorrelationKey;
import dev.callautomation.camel.internal.completion.EventMeaning;
import dev.callautomation.camel.internal.operation.OperationCatalog;

/** The table of the events that complete operations, derived from the completion rules of each operation. */
final class CompletionTable {

    private static final int LARGEST_SUBCODE = 99_999;

    private static final Map<CorrelationKey, String> KEYS = Map.of(
            CorrelationKey.OPERATION, "",
            CorrelationKey.CALL, " of the call",
            CorrelationKey.RECORDING, " of the recording",
            CorrelationKey.INVITATION, " of the invitation");

    /** Event data by what a table says of them: all that a completion can ask for. */
    private static final Map<String, List<JsonNode>> CONDITIONS = Map.of(
            "", List.of(json("{}")),
            " with `isMuted` of the party", List.of(party(true, true), party(true, false)),
            " with `isOnHold` of the party", List.of(party(true, true), party(false, true)),
            " without `isOnHold` of the party", List.of(party(true, false), party(false, false)),
            " with `state` `active`", List.of(json("{'state':'active'}")),
            " with `state` `inactive`", List.of(json("{'state':'inactive'}")),
            " with any `state`", List.of(json("{'state':'active'}"), json("{'state':'inactive'}")));

    private CompletionTable() {}

    /** The operations that can be waited for. */
    static List<CallAutomationOperation> awaitable() {
        return actions()
                .filter(operation -> OperationCatalog.find(operation).completion() != null)
                .toList();
    }

    static Stream<CallAutomationOperation> actions() {
        return Stream.of(CallAutomationOperation.values());
    }

    /** The events that end operations. */
    static Stream<String> events() {
        return awaitable().stream()
                .flatMap(operation -> OperationCatalog.find(operation).completion().types().stream())
                .distinct();
    }

    static String asciidoc() {
        return awaitable().stream()
                .map(CompletionTable::row)
                .collect(Collectors.joining(
                        "",
                        "[cols=\"2,4,4,3\",options=\"header\"]\n|===\n"
                                + "| Operation | Succeeds with | Fails with | End of the call\n\n",
                        "|===\n"));
    }

    private static String row(CallAutomationOperation operation) {
        CompletionRules completion = OperationCatalog.find(operation).completion();
        return "| `" + operation + "` | " + events(completion, EventMeaning.SUCCEEDED) + " | "
                + events(completion, EventMeaning.FAILED) + " | " + callEnded(completion) + "\n";
    }

    private static String events(CompletionRules completion, EventMeaning meaning) {
        List<String> events = new ArrayList<>();
        for (String type : completion.types()) {
            for (CorrelationKey key : CorrelationKey.values()) {
                String condition = condition(completion, key, type, meaning);
                if (condition != null) {
                    events.add("`" + type + "`" + KEYS.get(key) + condition);
                }
            }
        }
        return events.isEmpty() ? "none" : String.join(", ", events);
    }

    /** Under which condition an event has this meaning; {@code null} if it never has. */
    private static String condition(CompletionRules completion, CorrelationKey key, String type, EventMeaning meaning) {
        Set<JsonNode> meant = CONDITIONS.values().stream()
                .flatMap(List::stream)
                .filter(data -> completion.meaning(key, type, data) == meaning)
                .collect(Collectors.toSet());
        if (meant.isEmpty()) {
            return null;
        }
        if (meant.contains(json("{}"))) {
            return "";
        }
        return CONDITIONS.entrySet().stream()
                .filter(condition -> meant.equals(Set.copyOf(condition.getValue())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The table has no words for " + type + " with " + meant));
    }

    private static String callEnded(CompletionRules completion) {
        EventMeaning meaning = completion.meaning(CorrelationKey.CALL, "CallDisconnected", json("{}"));
        return switch (meaning) {
            case SUCCEEDED -> "succeeds";
            case CALL_ENDED -> "fails at once";
            case CALL_ENDED_POSSIBLY_BY_OPERATION -> "fails after 1 s" + intended(completion);
            default -> throw new AssertionError("An operation must end with the call, not with " + meaning);
        };
    }

    private static String intended(CompletionRules completion) {
        return IntStream.rangeClosed(0, LARGEST_SUBCODE)
                .filter(completion::succeedsWithEndOfCall)
                .mapToObj(subCode -> "; with subcode " + subCode + ", succeeds after 1 s")
                .collect(Collectors.joining());
    }

    /** Operations that know no party yet are about one without an id. */
    private static JsonNode party(boolean muted, boolean onHold) {
        return json(
                "{'participants':[{'identifier':{'rawId':''},'isMuted':%s,'isOnHold':%s}]}".formatted(muted, onHold));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
