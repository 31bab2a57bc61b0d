package dev.callautomation.simulator.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.wire.Json;

/**
 * How a scenario went.
 *
 * @param name of the scenario
 * @param file it was read from
 * @param problem the first thing that was not as expected, one line or several; {@code null} when all was
 * @param steps in their order, and what is checked at the end
 * @param timeline what has happened, with the first difference marked
 * @param realTime how long it took
 */
public record ScenarioReport(
        String name, String file, String problem, List<StepReport> steps, String timeline, Duration realTime) {

    public ScenarioReport {
        steps = List.copyOf(steps);
    }

    /** How a step went. */
    public enum Outcome {
        OK("ok"),
        FAILED("FAILED"),
        /** Did not come, in a scenario that is not checked. */
        MISSED("missed"),
        NOT_PLAYED("not played");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        private String wireName() {
            return this == NOT_PLAYED ? "notPlayed" : text.toLowerCase(Locale.ROOT);
        }

        private static Outcome of(String wireName) {
            return Arrays.stream(values())
                    .filter(each -> each.wireName().equals(wireName))
                    .findFirst()
                    .orElse(NOT_PLAYED);
        }
    }

    /**
     * A step and how it went.
     *
     * @param line in the file, 0 for what is checked at the end
     * @param text what it does, one line
     * @param problem what was not as expected, {@code null} when all was
     * @param millis when it was over, since the scenario began, by the simulator's clock; -1 when it was not played
     */
    public record StepReport(int line, String text, Outcome outcome, String problem, long millis) {

        private String lines() {
            String head = String.format(
                    "  %-10s %9s  %-9s %s",
                    outcome.text, millis < 0 ? "" : millis + " ms", line == 0 ? "at end" : "line " + line, text);
            String lines = head.stripTrailing() + System.lineSeparator();
            return problem == null ? lines : lines + indented(problem, 35);
        }
    }

    /** Whether all was as expected. */
    public boolean passed() {
        return problem == null;
    }

    /** The report for people, several lines. */
    public String text() {
        StringBuilder text = new StringBuilder(passed() ? "ok      " : "FAILED  ")
                .append(name)
                .append(" (")
                .append(file)
                .append(')')
                .append(System.lineSeparator());
        steps.forEach(step -> text.append(step.lines()));
        if (!passed()) {
            text.append(System.lineSeparator())
                    .append("Timeline, with the first difference at >>")
                    .append(System.lineSeparator())
                    .append(timeline);
        }
        return text.toString();
    }

    /** The report for programs. */
    public JsonNode json() {
        ObjectNode json =
                Json.object().put("passed", passed()).put("name", name).put("file", file);
        if (!passed()) {
            json.put("problem", problem);
        }
        ArrayNode list = json.putArray("steps");
        for (StepReport step : steps) {
            ObjectNode node = list.addObject().put("line", step.line()).put("text", step.text());
            node.put("outcome", step.outcome().wireName());
            if (step.problem() != null) {
                node.put("problem", step.problem());
            }
            if (step.millis() >= 0) {
                node.put("millis", step.millis());
            }
        }
        return json.put("timeline", timeline).put("realMillis", realTime.toMillis());
    }

    /** The opposite of {@link #json()}. */
    public static ScenarioReport of(JsonNode json) {
        List<StepReport> steps = new ArrayList<>();
        json.path("steps")
                .forEach(step -> steps.add(new StepReport(
                        step.path("line").asInt(),
                        step.path("text").asText(),
                        Outcome.of(step.path("outcome").asText()),
                        step.path("problem").asText(null),
                        step.path("millis").asLong(-1))));
        return new ScenarioReport(
                json.path("name").asText(),
                json.path("file").asText(),
                json.path("problem").asText(null),
                steps,
                json.path("timeline").asText(),
                Duration.ofMillis(json.path("realMillis").asLong()));
    }

    static String indented(String lines, int columns) {
        return lines.lines()
                .map(line -> " ".repeat(columns) + line + System.lineSeparator())
                .reduce("", String::concat);
    }

    @Override
    public String toString() {
        return text();
    }
}
