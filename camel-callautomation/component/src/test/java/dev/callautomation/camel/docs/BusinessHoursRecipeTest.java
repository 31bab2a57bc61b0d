package dev.callautomation.camel.docs;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.PhoneBehaviour;

class BusinessHoursRecipeTest {

    private static final String CALLER = "+14255550123";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "2026-11-26, 4, 0900, true",
        "2026-11-26, 4, 1659, true",
        "2026-11-26, 4, 0859, false",
        "2026-11-26, 4, 1700, false",
        "2026-11-27, 5, 1030, true",
        "2026-11-28, 6, 1030, false",
        "2026-12-25, 5, 1030, false",
    })
    void callersReachTheDeskWhileItIsOpen(String date, String day, String time, boolean open) throws Exception {
        try (Recipe recipe = at(date, day, time)) {
            recipe.phone(recipe.setting("hours.desk")).behaviour(PhoneBehaviour.ANSWER);
            String call = recipe.phone(CALLER).call(Telephony.NUMBER);
            if (open) {
                recipe.inCall(call, "4:" + CALLER, "4:" + recipe.setting("hours.desk"));
            } else {
                recipe.phone(CALLER).heard("We are open from Monday to Friday");
                recipe.everyCallIsOver();
            }
        }
    }

    @Test
    void theClockOfThePageIsUnderstood() throws Exception {
        try (Recipe recipe = Recipe.start("id: hours", directory, Map.of("hours.from", "0000", "hours.to", "0000"))) {
            recipe.phone(CALLER).call(Telephony.NUMBER);
            recipe.phone(CALLER).heard("We are open from Monday to Friday");
            recipe.everyCallIsOver();
        }
    }

    @Test
    void aCallerWhoHangsUpBeforeTheAnswerDoesNoHarm() throws Exception {
        try (Recipe recipe = at("2026-11-26", "4", "1030")) {
            recipe.simulator()
                    .setFaults(Fault.onOperation("redirectCall").status(404).code("8522"));
            recipe.phone(CALLER).call(Telephony.NUMBER);
            recipe.simulator().expectRequest("redirectCall");
            recipe.phone(CALLER).hangUp();
            recipe.phone(CALLER).call(Telephony.NUMBER);
            recipe.inCall(recipe.simulator().calls().get(1).callId(), "4:" + recipe.setting("hours.desk"));
        }
    }

    @Test
    void aRefusedMessageEndsTheCall() throws Exception {
        try (Recipe recipe = at("2026-12-25", "5", "1030")) {
            recipe.simulator().setFaults(Fault.onOperation("play").status(400));
            recipe.phone(CALLER).call(Telephony.NUMBER);
            recipe.simulator().expectRequest("play");
            recipe.everyCallIsOver();
        }
    }

    private Recipe at(String date, String day, String time) throws Exception {
        return Recipe.start("id: hours", directory, Map.of("hours.date", date, "hours.day", day, "hours.time", time));
    }
}
