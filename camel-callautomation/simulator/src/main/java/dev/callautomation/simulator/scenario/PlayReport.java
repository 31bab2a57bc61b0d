package dev.callautomation.simulator.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.callautomation.simulator.scenario.ScenarioReport.Outcome;
import dev.callautomation.simulator.scenario.ScenarioReport.StepReport;

/** Notes how each step of a scenario went. */
final class PlayReport {

    /** Of a timeline; the oldest are left out. */
    private static final int MOST_LINES = 500;

    private final Scenario scenario;
    private final Happenings happenings;
    private final Instant start;
    private final long startNanos = System.nanoTime();
    private final List<StepReport> steps = new ArrayList<>();
    private int line;
    private String text;
    private String problem;
    private Happening mark;

    PlayReport(Scenario scenario, Happenings happenings, Instant start) {
        this.scenario = scenario;
        this.happenings = happenings;
        this.start = start;
    }

    void begins(Step step) {
        line = step.line();
        text = step.text();
    }

    /** A check at the end. */
    void begins(String check) {
        line = 0;
        text = check;
    }

    void beginsEnd() {
        begins("all responses have come");
    }

    void succeeded(Instant time) {
        steps.add(new StepReport(line, text, Outcome.OK, null, millis(time)));
    }

    /** A step without consequences did not go as expected. */
    void missed(StepFailure failure, Instant now) {
        steps.add(new StepReport(line, text, Outcome.MISSED, failure.getMessage(), millis(now)));
    }

    void failed(String check, String why) {
        begins(check);
        failed(new StepFailure(why, null), start);
    }

    void failed(StepFailure failure, Instant now) {
        mark = failure.mark;
        if (failure.step >= 0 && failure.step < steps.size()) {
            StepReport before = steps.get(failure.step);
            problem = failure.getMessage();
            steps.set(
                    failure.step,
                    new StepReport(before.line(), before.text(), Outcome.FAILED, problem, before.millis()));
        } else {
            problem = failure.getMessage();
            Instant time = mark == null ? now : mark.time();
            steps.add(new StepReport(line, text, Outcome.FAILED, problem, millis(time)));
        }
        scenario.steps().stream()
                .skip(steps.size())
                .forEach(step -> steps.add(new StepReport(step.line(), step.text(), Outcome.NOT_PLAYED, null, -1)));
    }

    /** Since the scenario began. */
    long millis(Instant time) {
        return Math.max(0, Duration.between(start, time).toMillis());
    }

    ScenarioReport finished() {
        return new ScenarioReport(
                scenario.name(),
                scenario.file(),
                problem,
                steps,
                timeline(),
                Duration.ofNanos(System.nanoTime() - startNanos));
    }

    private String timeline() {
        StringBuilder lines = new StringBuilder();
        List<Happening> all = happenings.all();
        int first = Math.max(0, all.size() - MOST_LINES);
        if (first > 0) {
            lines.append("   ")
                    .append(first)
                    .append(" older entries are left out")
                    .append(System.lineSeparator());
        }
        for (Happening each : all.subList(first, all.size())) {
            boolean marked = mark != null && each.number() == mark.number();
            lines.append(
                    String.format("  %s %8d ms  %s%n", marked ? ">>" : "  ", millis(each.time()), each.description()));
            if (marked) {
                lines.append(expected());
            }
        }
        if (problem != null && mark == null) {
            lines.append(String.format("  >> %8s     here:%n", "")).append(expected());
        }
        return lines.toString();
    }

    private String expected() {
        StepReport failed = steps.stream()
                .filter(step -> step.outcome() == Outcome.FAILED)
                .findFirst()
                .orElseThrow();
        String where = failed.line() == 0 ? failed.text() : "line " + failed.line() + " " + failed.text();
        return ScenarioReport.indented(where + System.lineSeparator() + problem, 18);
    }
}
