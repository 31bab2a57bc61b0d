package dev.callautomation.simulator.delivery;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.model.Identifier;

/** Labels of the participants that an event is about, for the timeline. */
final class ParticipantLabels {

    private ParticipantLabels() {}

    static String in(Map<String, Object> specific) {
        if (specific.get("participant") instanceof Identifier one) {
            return " " + one.label();
        }
        if (specific.get("transferTarget") instanceof Identifier target) {
            return " " + ((Identifier) specific.get("transferee")).label() + " to " + target.label();
        }
        if (specific.get("participants") instanceof List<?> all) {
            return all.stream()
                    .map(party -> ((Party) party).identifier().label())
                    .collect(Collectors.joining(", ", " (", ")"));
        }
        return "";
    }
}
