package dev.callautomation.camel.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.Heard;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;

class WhisperRecipeTest {

    private static final String CALLER = "+14255550123";
    private static final String WHISPER = "Press 1 to take the call";

    @TempDir
    private Path directory;

    private Recipe recipe;
    private SimulatedPhone caller;
    private SimulatedPhone agent;

    @BeforeEach
    void start() throws Exception {
        recipe = Recipe.start("id: whisper-answer", directory, Map.of("whisper.silence", "300s"));
        caller = recipe.phone(CALLER);
        agent = recipe.phone(recipe.setting("whisper.agent"));
    }

    @AfterEach
    void close() {
        recipe.close();
    }

    @Test
    void anAgentHearsWhoCallsBeforeTheCallerDoes() {
        String call = caller.call(Telephony.NUMBER);
        assertThat(agent.heard(WHISPER).what()).contains("A call of " + CALLER);
        assertThat(caller.isOnHold()).isTrue();
        agent.press("1");
        Recipe.eventually(() -> assertThat(caller.isOnHold()).isFalse());
        recipe.inCall(call, "4:" + CALLER, agentId());
        assertThat(caller.heard()).extracting(Heard::what).noneMatch(what -> what.contains("Press 1"));
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINE", "BUSY", "UNREACHABLE"})
    void withoutAnAgentTheCallerIsTransferred(PhoneBehaviour behaviour) {
        agent.behaviour(behaviour);
        caller.call(Telephony.NUMBER);
        reachedTheFallback();
    }

    @Test
    void anAgentWhoDeclinesInTheWhisperIsRemoved() {
        String call = caller.call(Telephony.NUMBER);
        agent.heard(WHISPER);
        agent.press("2");
        reachedTheFallback();
        recipe.notInCall(call, agentId());
    }

    @Test
    void aVoicemailSystemOfTheAgentDoesNotTakeTheCall() throws Exception {
        recipe.restart(Map.of("whisper.silence", "1s"));
        agent.behaviour(PhoneBehaviour.VOICEMAIL);
        caller.call(Telephony.NUMBER);
        reachedTheFallback();
    }

    @Test
    void anAgentWhoHangsUpInTheWhisperDoesNotTakeTheCall() {
        caller.call(Telephony.NUMBER);
        agent.heard(WHISPER);
        agent.hangUp();
        reachedTheFallback();
    }

    @Test
    void anAgentWhoCannotBeRemovedDoesNotKeepTheCallerFromTheFallback() {
        recipe.simulator()
                .setFaults(Fault.onOperation("removeParticipant").status(404).code("8522"));
        caller.call(Telephony.NUMBER);
        agent.heard(WHISPER);
        agent.hangUp();
        reachedTheFallback();
    }

    @Test
    void aCallerWhoCannotBeTakenOffHoldIsTransferred() {
        recipe.simulator().setFaults(Fault.onOperation("unhold").status(400));
        agent.behaviour(PhoneBehaviour.DECLINE);
        caller.call(Telephony.NUMBER);
        talksToTheFallback();
    }

    @Test
    void anAgentWhoAcceptsACallerWhoHasLeftHearsIt() {
        caller.call(Telephony.NUMBER);
        agent.heard(WHISPER);
        caller.hangUp();
        agent.press("1");
        agent.heard("The caller has hung up");
        recipe.everyCallIsOver();
    }

    @Test
    void aCallerWhoHangsUpWhileTheAgentRingsEndsTheCall() {
        agent.behaviour(PhoneBehaviour.MANUAL);
        caller.call(Telephony.NUMBER);
        agent.rings();
        caller.hangUp();
        recipe.everyCallIsOver();
    }

    @Test
    void aRestartDuringTheWhisperDoesNotLoseTheCaller() throws Exception {
        String call = caller.call(Telephony.NUMBER);
        agent.heard(WHISPER);
        recipe.restart(Map.of());
        agent.press("1");
        Recipe.eventually(() -> assertThat(caller.isOnHold()).isFalse());
        recipe.inCall(call, "4:" + CALLER, agentId());
    }

    @Test
    void withoutAFallbackTheCallerHearsIt() {
        agent.behaviour(PhoneBehaviour.DECLINE);
        recipe.phone(recipe.setting("whisper.fallback")).behaviour(PhoneBehaviour.BUSY);
        caller.call(Telephony.NUMBER);
        caller.heard("Please call again later");
        recipe.everyCallIsOver();
    }

    private void reachedTheFallback() {
        talksToTheFallback();
        Recipe.eventually(() -> assertThat(caller.isOnHold()).isFalse());
    }

    private void talksToTheFallback() {
        String fallback = "4:" + recipe.setting("whisper.fallback");
        recipe.simulator().await().until("the caller talks to the fallback", call -> call.participants().stream()
                .map(participant -> participant.identifier().rawId())
                .toList()
                .equals(List.of("4:" + CALLER, fallback)));
    }

    private String agentId() {
        return "4:" + recipe.setting("whisper.agent");
    }
}
