package dev.callautomation.simulator.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.control.ControlCommands;
import dev.callautomation.simulator.control.Controls;
import dev.callautomation.simulator.delivery.PendingDeliveries;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.execution.SimulatorClock;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.timeline.Timeline;

/** One run of a scenario. */
final class ScenarioPlay {

    private static final Duration ACTION = Duration.ofSeconds(30);

    private final Scenario scenario;
    private final Controls controls;
    private final ControlCommands commands;
    private final SimulatorClock clock;
    private final Timeline timeline;
    private final PendingDeliveries pending;
    private final Happenings happenings;
    private final Pace pace;
    private final HttpExchanges http = new HttpExchanges();
    private final Map<String, String> variables = new HashMap<>();
    private final PlayReport report;

    /** The number of what met the last expectation, or of what came last before an action. */
    private long cursor;

    ScenarioPlay(
            Scenario scenario,
            Controls controls,
            ControlCommands commands,
            SimulatorClock clock,
            Timeline timeline,
            PendingDeliveries pending,
            Happenings happenings,
            Pace pace) {
        this.scenario = scenario;
        this.controls = controls;
        this.commands = commands;
        this.clock = clock;
        this.timeline = timeline;
        this.pending = pending;
        this.happenings = happenings;
        this.pace = pace;
        this.report = new PlayReport(scenario, happenings, clock.now());
    }

    /**
     * Plays all steps, up to the first that fails.
     *
     * @param problem what keeps it from being played, {@code null} when nothing does
     */
    ScenarioReport run(String problem) throws InterruptedException {
        if (problem != null) {
            report.failed("begins", problem);
            return report.finished();
        }
        try {
            for (int i = 0; i < scenario.steps().size(); i++) {
                if (scenario.isChecked()) {
                    play(i, scenario.steps().get(i));
                } else {
                    playUnchecked(i, scenario.steps().get(i));
                }
            }
            if (scenario.isChecked()) {
                atEnd();
            }
        } catch (StepFailure e) {
            report.failed(e, clock.now());
        }
        happenings.update();
        return report.finished();
    }

    private void playUnchecked(int index, Step step) throws InterruptedException {
        try {
            play(index, step);
        } catch (StepFailure e) {
            report.missed(e, clock.now());
        }
    }

    private void play(int index, Step written) throws StepFailure, InterruptedException {
        Step step = new Step(
                written.line(), written.verb(), Variables.replace(written.body(), variables), written.afterMillis());
        report.begins(step);
        pace.begin();
        if (step.afterMillis() != null) {
            letTimePass(Duration.ofMillis(step.afterMillis()));
        }
        if (step.verb() == Verb.EXPECT) {
            expect(step.expectations());
        } else if (step.verb() != Verb.WAIT) {
            // what comes from what happened before is not taken for a result of the action
            letTimePass(Duration.ZERO);
            act(index, step);
        }
        report.succeeded(clock.now());
    }

    private void act(int index, Step step) throws StepFailure, InterruptedException {
        JsonNode body = step.body();
        switch (step.verb()) {
            case HTTP -> {
                cursor = timeline.changes();
                http.send(index, body);
            }
            case PHONES -> {
                for (JsonNode phone : body) {
                    run(Verb.PHONES, phone.path("id").asText(), ScenarioRunner.setting(phone));
                }
            }
            case FAULTS -> run(Verb.FAULTS, null, body);
            default -> operate(step);
        }
    }

    /** What a phone cannot do yet, such as answering while it does not ring, it does as soon as it can. */
    private void operate(Step step) throws StepFailure, InterruptedException {
        ObjectNode body = step.body().deepCopy();
        String phone = body.remove(step.verb().id()).asText();
        JsonNode as = body.remove("as");
        String[] refusal = {""};
        Instant deadline = clock.now().plus(ACTION);
        Optional<JsonNode> done = await(deadline, () -> {
            long before = timeline.changes();
            try {
                JsonNode answer = run(step.verb(), phone, body);
                cursor = before;
                return Optional.of(answer);
            } catch (ServiceError e) {
                refusal[0] = e.getMessage();
                return Optional.empty();
            }
        });
        JsonNode answer = done.orElseThrow(() -> new StepFailure("it is not possible: " + refusal[0], null));
        if (as != null) {
            variables.put(as.asText(), answer.path("callId").asText());
        }
    }

    private JsonNode run(Verb verb, String id, JsonNode body) throws StepFailure {
        try {
            return ScenarioRunner.result(commands.run(verb.operation(), id, body));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new StepFailure(e.getMessage(), null);
        }
    }

    /** All of them have to be met, in any order. */
    private void expect(List<Expectation> expectations) throws StepFailure, InterruptedException {
        Instant begin = clock.now();
        long after = scenario.isLoose() ? Long.MIN_VALUE : cursor;
        List<Expectation> open = new ArrayList<>(expectations);
        Map<Expectation, PolledResource> resources = new HashMap<>();
        while (!open.isEmpty()) {
            Expectation next = open.stream()
                    .min(Comparator.comparingLong(Expectation::withinMillis))
                    .orElseThrow();
            Instant deadline = begin.plusMillis(next.withinMillis());
            Optional<Expectation> met = await(deadline, () -> {
                for (Expectation each : open) {
                    if (isMet(each, after, begin, resources)) {
                        return Optional.of(each);
                    }
                }
                return Optional.empty();
            });
            open.remove(met.orElseThrow(() -> missing(next, after, begin, resources.get(next))));
        }
    }

    private boolean isMet(Expectation expected, long after, Instant begin, Map<Expectation, PolledResource> resources) {
        return switch (expected.kind()) {
            case CONNECTED -> isConnected(expected);
            case URL -> {
                PolledResource resource = resources.computeIfAbsent(expected, any -> new PolledResource(any, http));
                if (resource.isNew()) {
                    pace.busy();
                }
                yield resource.isMet();
            }
            default -> {
                Optional<Happening> found = happenings.find(expected, after, begin.plusMillis(expected.withinMillis()));
                found.ifPresent(happening -> {
                    happenings.meet(happening);
                    cursor = Math.max(cursor, happening.number());
                    if (expected.json().has("as")) {
                        variables.put(expected.member("as"), String.valueOf(happening.callConnectionId()));
                    }
                });
                yield found.isPresent();
            }
        };
    }

    private boolean isConnected(Expectation expected) {
        Set<String> wanted = new HashSet<>();
        expected.json()
                .get("connected")
                .forEach(phone -> wanted.add(Identifier.of(phone.asText()).rawId()));
        return controls.calls().stream()
                .filter(call -> call.state() != CallState.DISCONNECTED)
                .anyMatch(call -> call.participants().stream()
                        .map(participant -> participant.identifier().rawId())
                        .collect(Collectors.toSet())
                        .containsAll(wanted));
    }

    private StepFailure missing(Expectation expected, long after, Instant begin, PolledResource resource) {
        Instant deadline = begin.plusMillis(expected.withinMillis());
        if (resource != null) {
            return new StepFailure(String.join(System.lineSeparator(), resource.differences()), null);
        }
        Optional<Happening> nearest = happenings.candidates(expected, after, deadline).stream()
                .min(Comparator.comparingInt(each -> each.differences(expected).size()));
        if (nearest.isPresent()) {
            String differences =
                    String.join(System.lineSeparator(), nearest.get().differences(expected));
            return new StepFailure(differences, nearest.get());
        }
        String within = expected.kind() == Expectation.Kind.CONNECTED ? "it is not so" : "it did not come";
        return new StepFailure(within + otherwise(expected, after, deadline), null);
    }

    /** When it came instead. */
    private String otherwise(Expectation expected, long after, Instant deadline) {
        return happenings.all().stream()
                .filter(each ->
                        each.isNamed(expected) && each.differences(expected).isEmpty())
                .filter(each -> each.number() <= after || each.time().isAfter(deadline))
                .findFirst()
                .map(each -> ", but it came " + (each.number() <= after ? "before the step before this one" : "late")
                        + ", at " + report.millis(each.time()) + " ms")
                .orElse(" until " + report.millis(deadline) + " ms" + refusal(after));
    }

    /** What the application was told instead. */
    private String refusal(long after) {
        return happenings.all().stream()
                .filter(each -> each.number() > after && each.detail("errorCode") != null)
                .reduce((first, second) -> second)
                .map(each -> System.lineSeparator() + "refused at " + report.millis(each.time()) + " ms: "
                        + each.entry().text())
                .orElse("");
    }

    private void letTimePass(Duration time) throws StepFailure, InterruptedException {
        Instant deadline = clock.now().plus(time);
        while (true) {
            long seen = timeline.changes();
            happenings.update();
            http.check();
            switch (pace.pass(seen, deadline, false)) {
                case ON -> {}
                case NO_ANSWER -> throw noAnswer();
                default -> {
                    return;
                }
            }
        }
    }

    @FunctionalInterface
    private interface Look<T> {
        Optional<T> look() throws StepFailure;
    }

    private <T> Optional<T> await(Instant deadline, Look<T> look) throws StepFailure, InterruptedException {
        while (true) {
            long seen = timeline.changes();
            happenings.update();
            Optional<T> found = look.look();
            if (found.isPresent()) {
                return found;
            }
            http.check();
            switch (pace.pass(seen, deadline, true)) {
                case ON -> {}
                case NO_ANSWER -> throw noAnswer();
                default -> {
                    happenings.update();
                    return look.look();
                }
            }
        }
    }

    private StepFailure noAnswer() {
        Optional<Happening> waiting = happenings.lost();
        return new StepFailure(
                "the application has not answered "
                        + waiting.map(each -> each.detail("event")).orElse("an event") + " within "
                        + scenario.answer().toMillis() + " ms of real time",
                waiting.orElse(null));
    }

    private void atEnd() throws StepFailure, InterruptedException {
        report.beginsEnd();
        pace.begin();
        if (await(clock.now().plus(ACTION), () -> http.areOver() ? Optional.of(true) : Optional.empty())
                .isEmpty()) {
            http.fail(ACTION);
        }
        letTimePass(Duration.ZERO);
        if (scenario.nothingLost()) {
            report.begins("nothing is lost");
            pace.begin();
            await(clock.now().plus(ACTION), () -> pending.size() == 0 ? Optional.of(true) : Optional.empty());
            happenings.update();
            Optional<Happening> lost = happenings.lost();
            if (lost.isPresent()) {
                throw new StepFailure(
                        "no receiver has acknowledged " + lost.get().detail("event"), lost.get());
            }
            report.succeeded(clock.now());
        }
        if (!scenario.expectNothingElse().isEmpty()) {
            report.begins("no other " + String.join(" and ", scenario.expectNothingElse()));
            Optional<Happening> other = happenings.unexpected(scenario.expectNothingElse());
            if (other.isPresent()) {
                throw new StepFailure("unexpected: " + other.get().description(), other.get());
            }
            report.succeeded(clock.now());
        }
    }
}
