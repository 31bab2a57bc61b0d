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

import dev.callautomation.camel.operation.CallAutomationOperation;
import dev.callautomation.camel.operation.Completion;
import dev.callautomation.camel.operation.Completion.Link;
import dev.callautomation.camel.operation.Completion.Verdict;
import dev.callautomation.camel.operation.OperationCatalog;

/** The table of the events that end operations, found out by asking each operation about events of each kind. */
final class CompletionTable {

    /** What is not done with calls has no end. */
    private static final Set<CallAutomationOperation> NO_ACTIONS =
            Set.of(CallAutomationOperation.events, CallAutomationOperation.dispatch);

    private static final int LARGEST_SUBCODE = 99_999;

    private static final Map<Link, String> LINKS = Map.of(
            Link.OPERATION, "",
            Link.CALL, " of the call",
            Link.RECORDING, " of the recording",
            Link.INVITATION, " of the invitation");

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
        return Stream.of(CallAutomationOperation.values()).filter(operation -> !NO_ACTIONS.contains(operation));
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
                                + "| Operation | Succeeds with | Fails with | If the call ends before\n\n",
                        "|===\n"));
    }

    private static String row(CallAutomationOperation operation) {
        Completion completion = OperationCatalog.find(operation).completion();
        return "| `" + operation + "` | " + events(completion, Verdict.SUCCEEDED) + " | "
                + events(completion, Verdict.FAILED) + " | " + callEnded(completion) + "\n";
    }

    private static String events(Completion completion, Verdict verdict) {
        List<String> events = new ArrayList<>();
        for (String type : completion.types()) {
            for (Link link : Link.values()) {
                String condition = condition(completion, link, type, verdict);
                if (condition != null) {
                    events.add("`" + type + "`" + LINKS.get(link) + condition);
                }
            }
        }
        return events.isEmpty() ? "none" : String.join(", ", events);
    }

    /** Under which condition an event has this meaning; {@code null} if it never has. */
    private static String condition(Completion completion, Link link, String type, Verdict verdict) {
        Set<JsonNode> meant = CONDITIONS.values().stream()
                .flatMap(List::stream)
                .filter(data -> completion.verdict(link, type, data) == verdict)
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

    private static String callEnded(Completion completion) {
        Verdict verdict = completion.verdict(Link.CALL, "CallDisconnected", json("{}"));
        return switch (verdict) {
            case SUCCEEDED -> "succeeds";
            case CALL_ENDED -> "fails at once";
            case CALL_ENDED_PERHAPS_BY_IT -> "fails after 1 s" + intended(completion);
            default -> throw new AssertionError("An operation must end with the call, not with " + verdict);
        };
    }

    private static String intended(Completion completion) {
        return IntStream.rangeClosed(0, LARGEST_SUBCODE)
                .filter(completion::intends)
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
