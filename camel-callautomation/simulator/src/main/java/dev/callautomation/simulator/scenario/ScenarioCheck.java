package dev.callautomation.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.simulator.control.ControlCommands;

/** Checks what a schema cannot tell, by the same code that will do it. */
final class ScenarioCheck {

    private final List<Map.Entry<String, String>> problems = new ArrayList<>();

    private ScenarioCheck() {}

    /** Problems, each with a pointer to what is wrong. */
    static List<Map.Entry<String, String>> problems(JsonNode scenario) {
        ScenarioCheck check = new ScenarioCheck();
        check.phones(scenario.path("phones"), "/phones");
        check.each(scenario.path("eventGrid"), "/eventGrid", ControlCommands::checkSubscription);
        check.each(scenario.path("faults"), "/faults", ControlCommands::checkFault);
        JsonNode steps = scenario.path("steps");
        for (int i = 0; i < steps.size(); i++) {
            check.step(steps.get(i), "/steps/" + i);
        }
        return check.problems;
    }

    private void step(JsonNode step, String pointer) {
        phones(step.path("phones"), pointer + "/phones");
        each(step.path("faults"), pointer + "/faults", ControlCommands::checkFault);
        check(step.path("press").path("tones"), pointer + "/press/tones", ControlCommands::checkTones);
    }

    private void phones(JsonNode phones, String pointer) {
        for (int i = 0; i < phones.size(); i++) {
            JsonNode script = phones.get(i).path("script");
            each(script, pointer + "/" + i + "/script", ControlCommands::checkReaction);
        }
    }

    private void each(JsonNode list, String pointer, Check check) {
        for (int i = 0; i < list.size(); i++) {
            check(list.get(i), pointer + "/" + i, check);
        }
    }

    private void check(JsonNode node, String pointer, Check check) {
        if (node.isMissingNode()) {
            return;
        }
        try {
            check.check(node);
        } catch (IllegalArgumentException e) {
            problems.add(Map.entry(pointer, e.getMessage()));
        }
    }

    private interface Check {
        void check(JsonNode node);
    }
}
