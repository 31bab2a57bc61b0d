package dev.callautomation.simulator.control;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.simulator.model.Reaction;

/** Reads what a phone does by itself. */
final class PhoneScripts {

    private PhoneScripts() {}

    /** A list of {@code {"hears":"...","afterMillis":300,"press":"1#"}}; instead of press: say, or hangUp: true. */
    static List<Reaction> read(JsonNode script) {
        List<Reaction> reactions = new ArrayList<>();
        script.forEach(line -> reactions.add(reaction(line)));
        return reactions;
    }

    static Reaction reaction(JsonNode line) {
        List<String> actions =
                Stream.of("press", "say", "hangUp").filter(line::hasNonNull).toList();
        if (actions.size() != 1) {
            throw new IllegalArgumentException("A line of script has one of press, say and hangUp.");
        }
        JsonNode after = line.path("afterMillis");
        if (line.has("afterMillis") && !(after.isIntegralNumber() && after.canConvertToInt())) {
            throw new IllegalArgumentException("afterMillis must be a number of milliseconds, 0 or more.");
        }
        Reaction.Moment moment = (line.hasNonNull("hears")
                        ? Reaction.hearing(line.get("hears").asText())
                        : Reaction.connected())
                .afterMillis(after.asLong(0));
        return switch (actions.get(0)) {
            case "press" -> moment.press(line.get("press").asText());
            case "say" -> moment.say(line.get("say").asText());
            default -> moment.hangUp();
        };
    }
}
