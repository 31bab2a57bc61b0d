package dev.callautomation.camel.test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.callautomation.simulator.interception.InterceptedRequest;
import dev.callautomation.simulator.interception.InterceptedResponse;

/** The requests of a recorded call, and those that the routes send in a replay. */
final class ReplayRequests {

    private static final String CONTEXT = "operationContext";

    private static final Pattern REPLACED =
            Pattern.compile("14255557\\d{3}|00000000-0000-0000-0000-\\d{12}|replaced-\\d+");

    private final RecordedCall call;
    private final ReplayValues values;
    private final RequestComparison comparison;
    /** Responses to requests that have come, by the numbers of the recorded requests. */
    private final Map<Long, CompletableFuture<InterceptedResponse>> come = new HashMap<>();
    /** Requests that have come before their turn. */
    private final Map<Long, String> early = new HashMap<>();

    ReplayRequests(RecordedCall call, ReplayValues values, RequestComparison comparison) {
        this.call = call;
        this.values = values;
        this.comparison = comparison;
    }

    static JsonNode tree(String json) {
        try {
            return RecordedCall.MAPPER.readTree(json);
        } catch (IOException e) {
            return TextNode.valueOf(json);
        }
    }

    /**
     * Finds the recorded request that has come.
     *
     * @param  response to be completed later
     * @return          what is different if there is none
     */
    Optional<String> match(InterceptedRequest request, JsonNode body, CompletableFuture<InterceptedResponse> response) {
        List<RecordedEntry.Request> open = open();
        for (RecordedEntry.Request recorded : open) {
            if (isSame(recorded, request) && difference(recorded, body).isEmpty()) {
                come.put(recorded.number(), response);
                early.put(recorded.number(), request.method() + " " + request.path());
                bindContext(recorded, body);
                return Optional.empty();
            }
        }
        return Optional.of(
                open.isEmpty()
                        ? report(call.entries().size(), "A request came that was not recorded: " + line(request))
                        : different(closest(open, request), request, body));
    }

    private List<RecordedEntry.Request> open() {
        List<RecordedEntry.Request> open = new ArrayList<>();
        for (RecordedEntry entry : call.entries()) {
            if (entry instanceof RecordedEntry.Request recorded && !come.containsKey(recorded.number())) {
                open.add(recorded);
            }
        }
        return open;
    }

    private boolean isSame(RecordedEntry.Request recorded, InterceptedRequest request) {
        return recorded.method().equals(request.method())
                && RequestComparison.matches(values.in(recorded.path()), request.path());
    }

    private Optional<String> difference(RecordedEntry.Request recorded, JsonNode body) {
        return comparison.difference(values.in(recorded.body()), body);
    }

    private RecordedEntry.Request closest(List<RecordedEntry.Request> open, InterceptedRequest request) {
        return open.stream()
                .filter(recorded -> isSame(recorded, request))
                .findFirst()
                .orElse(open.get(0));
    }

    private void bindContext(RecordedEntry.Request recorded, JsonNode body) {
        JsonNode context = recorded.body().path(CONTEXT);
        if (context.isTextual() && body.path(CONTEXT).isTextual()) {
            values.bind(context.textValue(), body.path(CONTEXT).textValue());
        }
    }

    boolean hasCome(RecordedEntry.Request request) {
        early.remove(request.number());
        return come.containsKey(request.number());
    }

    /** Sends the recorded response, if its request is in the file. */
    void respond(RecordedEntry.Response recorded) {
        CompletableFuture<InterceptedResponse> response = come.get(recorded.number());
        if (response == null) {
            return;
        }
        if (recorded.status() == 0) {
            response.completeExceptionally(new IOException("There was no response"));
            return;
        }
        JsonNode body = values.in(recorded.body());
        response.complete(new InterceptedResponse(
                recorded.status(), body.isMissingNode() ? "" : body.isTextual() ? body.textValue() : local(body)));
    }

    /** A link to the next page is to the endpoint that the routes use now. */
    private static String local(JsonNode body) {
        if (body instanceof ObjectNode object && body.path("nextLink").isTextual()) {
            object.put("nextLink", body.path("nextLink").textValue().replaceFirst("^[a-z]+://[^/]+", ""));
        }
        return body.toString();
    }

    private String different(RecordedEntry.Request recorded, InterceptedRequest request, JsonNode body) {
        String came = "  recorded: " + recorded.operation() + ", " + recorded.method() + " "
                + values.in(recorded.path()) + System.lineSeparator() + "  came:     " + line(request);
        String members = isSame(recorded, request)
                ? difference(recorded, body)
                        .map(text -> System.lineSeparator() + "  " + text + hint(text))
                        .orElse("")
                : "";
        return report(
                call.entries().indexOf(recorded),
                "Another request came than the recorded one" + System.lineSeparator() + came + members);
    }

    private static String hint(String difference) {
        return REPLACED.matcher(difference).find()
                ? System.lineSeparator()
                        + "  If this is the value that the file replaces, set it by RecordedCall.with(replacement, value)."
                : "";
    }

    /** A request has not come. */
    String missing(RecordedEntry.Request recorded, Duration timeout) {
        String others = early.values().stream()
                .map(line -> System.lineSeparator() + "  came before its turn: " + line)
                .collect(Collectors.joining());
        return report(
                call.entries().indexOf(recorded),
                "The request " + recorded.operation() + " did not come within " + timeout.toMillis() + " ms"
                        + System.lineSeparator() + "  recorded: " + recorded.method() + " " + values.in(recorded.path())
                        + others);
    }

    private static String line(InterceptedRequest request) {
        return request.method() + " " + request.path();
    }

    /** @param index of the entry that is different; the number of entries if it is behind the last one */
    String report(int index, String difference) {
        String end = index < call.entries().size() ? "" : System.lineSeparator() + "> (end of the call)";
        return difference + System.lineSeparator() + "The recorded call " + call.name() + ":" + System.lineSeparator()
                + CallOrder.of(call.entries(), index) + end;
    }
}
