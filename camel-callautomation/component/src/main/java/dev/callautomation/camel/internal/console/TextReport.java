package dev.callautomation.camel.internal.console;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.callautomation.camel.internal.completion.PendingOperationView;
import dev.callautomation.camel.internal.observation.CallInProgress;
import dev.callautomation.camel.internal.observation.Counts;
import dev.callautomation.camel.internal.observation.Labels;
import dev.callautomation.camel.internal.observation.OperationCounts;
import dev.callautomation.camel.internal.observation.OperationOutcome;
import dev.callautomation.camel.internal.security.KeyStatus;
import dev.callautomation.camel.internal.support.Availability;
import dev.callautomation.camel.internal.support.UntrustedText;

/** The components of a context as text. */
final class TextReport {

    private static final String NONE = "-";

    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private final Instant now;

    /** @param limit maximum number of entries of a list */
    TextReport(int limit, Instant now) {
        this.limit = limit;
        this.now = now;
    }

    String of(List<ComponentView> components) {
        if (components.isEmpty()) {
            return "No component is started";
        }
        components.stream().limit(limit).forEach(this::component);
        return text.toString();
    }

    private void component(ComponentView view) {
        line(0, "Component " + view.name() + " (node " + view.node() + ")");
        line(1, "Callback path: " + callback(view));
        view.keys().forEach(key -> line(1, "Keys of " + key.issuer() + ": " + key(key)));
        line(1, "Settings:");
        view.settings().forEach((name, value) -> line(2, name + " = " + value));
        consumers(view);
        calls(view);
        pending(view);
        operations(view.counts());
        deliveries(view.counts());
        text.append('\n');
    }

    private static String callback(ComponentView view) {
        if (view.callbackPath() == null) {
            return "disabled";
        } else if (view.callback().problem() != null) {
            return view.callbackPath() + ", " + view.callback().problem();
        }
        return view.callbackPath() + (view.callback().wanted() ? ", receiving" : ", not used");
    }

    private static String key(KeyStatus key) {
        String state = key.status().state() == Availability.State.UNAVAILABLE
                ? "not available: " + key.status().reason()
                : Labels.of(key.status().state());
        return state + (key.fetched() == null ? "" : ", fetched at " + time(key.fetched()));
    }

    private void consumers(ComponentView view) {
        List<List<String>> rows = view.consumers().stream()
                .limit(limit)
                .map(consumer -> List.of(
                        consumer.routeId(),
                        consumer.status(),
                        String.valueOf(consumer.depth()),
                        consumer.filter().isEmpty() ? "all events" : pairs(consumer.filter())))
                .toList();
        table("Consumers", view.consumers().size(), List.of("Route", "Status", "Depth", "Filter"), rows);
    }

    private void calls(ComponentView view) {
        List<List<String>> rows = view.calls().stream()
                .limit(limit)
                .map((CallInProgress call) -> List.of(
                        id(call.callConnectionId(), view),
                        call.lastEvent(),
                        duration(call.lastEventTime(), now) + " ago",
                        duration(call.since(), now)))
                .toList();
        table(
                "Calls in progress",
                view.calls().size(),
                List.of("Call connection", "Last event", "Received", "Age"),
                rows);
    }

    private void pending(ComponentView view) {
        List<List<String>> rows = view.pending().stream()
                .limit(limit)
                .map((PendingOperationView operation) -> List.of(
                        operation.operation().name(),
                        id(operation.callConnectionId(), view),
                        duration(operation.since(), now),
                        operation.deadline() == null ? NONE : "in " + duration(now, operation.deadline())))
                .toList();
        table(
                "Pending operations",
                view.pending().size(),
                List.of("Operation", "Call connection", "Age", "Deadline"),
                rows);
    }

    private void operations(Counts counts) {
        List<List<String>> rows = new ArrayList<>();
        counts.operations().forEach((operation, of) -> {
            if (!of.isEmpty()) {
                rows.add(row(operation.name(), of));
            }
        });
        table(
                "Operations",
                rows.size(),
                List.of(
                        "Operation",
                        "Requests",
                        "Retries",
                        "Accepted",
                        "Completed",
                        "Failed",
                        "Timed out",
                        "Refused",
                        "Other",
                        "Failures by subcode"),
                rows);
    }

    private static List<String> row(String name, OperationCounts of) {
        long other = of.ended(OperationOutcome.UNANSWERED)
                + of.ended(OperationOutcome.NOT_SENT)
                + of.ended(OperationOutcome.STOPPED);
        String failures = Stream.of(of.failedBySubCode(), of.refusedBySubCode())
                .filter(bySubCode -> !bySubCode.isEmpty())
                .map(TextReport::pairs)
                .collect(Collectors.joining(", "));
        return Stream.concat(
                        Stream.of(name),
                        Stream.concat(
                                Stream.of(
                                                of.requests(),
                                                of.retries(),
                                                of.accepted(),
                                                of.ended(OperationOutcome.COMPLETED),
                                                of.ended(OperationOutcome.FAILED),
                                                of.ended(OperationOutcome.TIMED_OUT),
                                                of.ended(OperationOutcome.REFUSED),
                                                other)
                                        .map(String::valueOf),
                                Stream.of(failures.isEmpty() ? NONE : failures)))
                .toList();
    }

    private void deliveries(Counts counts) {
        line(
                1,
                "Deliveries: accepted " + counts.deliveriesAccepted()
                        + (counts.lastAcceptedDelivery() == null
                                ? ""
                                : " (the last one at " + time(counts.lastAcceptedDelivery()) + ")")
                        + ", refused " + counts.refused());
        counts.refusedByReason()
                .forEach((kind, count) -> line(2, "refused: " + Labels.of(kind) + " (" + kind.status() + ") " + count));
        line(
                1,
                "Events: received " + counts.received() + ", deduplicated " + counts.deduplicated() + ", unmatched "
                        + counts.unmatched() + ", orphaned " + counts.orphaned());
        counts.events().forEach((type, count) -> line(2, type + " " + count));
    }

    private void table(String title, int size, List<String> columns, List<List<String>> rows) {
        line(1, title + ": " + size + (size > rows.size() ? ", of which " + rows.size() + " are shown" : ""));
        if (rows.isEmpty()) {
            return;
        }
        List<List<String>> all =
                Stream.concat(Stream.of(columns), rows.stream()).toList();
        int[] widths = IntStream.range(0, columns.size())
                .map(column -> all.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (List<String> row : all) {
            StringBuilder cells = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = row.get(column);
                cells.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
            }
            line(2, cells.toString().stripTrailing());
        }
    }

    private void line(int depth, String content) {
        text.append("    ".repeat(depth)).append(content).append('\n');
    }

    private static String id(String callConnectionId, ComponentView view) {
        return callConnectionId == null
                ? NONE
                : UntrustedText.escape(view.mask().in(callConnectionId));
    }

    private static String pairs(Map<String, ?> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String duration(Instant from, Instant to) {
        long seconds = Math.max(0, Duration.between(from, to).toSeconds());
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
