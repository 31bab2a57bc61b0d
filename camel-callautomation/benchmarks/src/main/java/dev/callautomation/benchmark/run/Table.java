package dev.callautomation.benchmark.run;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Results as a table in Markdown, a row for each goal and one for each contender. */
final class Table {

    private Table() {}

    static String of(Collection<RoadResult> results) {
        StringBuilder out = new StringBuilder();
        out.append("| road | contender | figures |\n|---|---|---|\n");
        for (RoadResult result : results) {
            for (RoadResult.ContenderResult contender : result.contenders()) {
                out.append(row(result.title(), contender.name(), figures(contender.medians())));
            }
        }
        out.append("\n| road | figure | ours | peer | ratio | goal | met |\n|---|---|---|---|---|---|---|\n");
        for (RoadResult result : results) {
            for (RoadResult.GoalResult goal : result.goals()) {
                out.append(row(result.title(), goal));
            }
        }
        for (RoadResult result : results) {
            out.append('\n').append(verdict(result));
        }
        return out.append('\n').toString();
    }

    private static String row(String... cells) {
        return List.of(cells).stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String row(String title, RoadResult.GoalResult result) {
        Goal goal = result.goal();
        boolean ratio = goal.peer() != null && goal.kind() != Goal.Kind.ADDED_AT_MOST;
        String unit = ratio ? "x" : unit(goal.metric());
        return row(
                title,
                goal.metric().label(),
                goal.contender() + " " + number(result.own()) + unit(goal.metric()),
                goal.peer() == null ? "" : goal.peer() + " " + number(result.peers()) + unit(goal.metric()),
                goal.peer() == null ? "" : number(result.value()) + unit,
                (goal.kind() == Goal.Kind.AT_LEAST ? ">= " : "<= ") + number(goal.limit()) + unit,
                result.met() == null ? "not valid" : result.met() ? "yes" : "no");
    }

    static String figures(Map<Metric, Double> medians) {
        return medians.entrySet().stream()
                .map(entry -> entry.getKey().label() + " " + number(entry.getValue()) + unit(entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String unit(Metric metric) {
        return metric.unit().isEmpty() ? "" : " " + metric.unit();
    }

    private static String verdict(RoadResult result) {
        String share = result.foreignCpu() == null
                ? "an unknown part"
                : String.format(Locale.ROOT, "%.0f%%", result.foreignCpu() * 100);
        return result.name() + ": other processes used " + share + " of the machine; the figures are "
                + (result.valid() ? "valid" : "NOT VALID");
    }

    static String number(double value) {
        String format = Math.abs(value) >= 1000 ? "%,.0f" : Math.abs(value) >= 100 ? "%.0f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
