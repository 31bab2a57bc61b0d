package dev.callautomation.camel.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.timeline.ReceivedRequest;

import static org.assertj.core.api.Assertions.assertThat;

class ConsentRecipeTest {

    private static final String CALLER = "+14255550123";
    private static final String EXPERT = "+493012345678";
    private static final String INTERPRETER = "+14255550177";
    private static final String QUESTION = "May we record this call?";

    @TempDir
    private Path directory;

    private Recipe recipe;
    private String agent;

    @BeforeEach
    void start() throws Exception {
        recipe = Recipe.start("id: consent-answer", directory, Map.of("consent.silence", "300s"));
        agent = recipe.setting("consent.agent");
    }

    @AfterEach
    void close() {
        recipe.close();
    }

    @Test
    void aCallIsRecordedWhenBothHaveAgreed() throws Exception {
        String call = recipe.phone(CALLER).call(Telephony.NUMBER);
        answers(CALLER, "1");
        recipe.phone(agent).heard(QUESTION);
        assertThat(recordings()).isEmpty();
        recipe.phone(agent).press("1");
        becomes("startRecording");
        recipe.phone(CALLER).hangUp();
        recipe.phone(agent).hangUp();
        recipe.simulator().await(call).ended();
        Recipe.eventually(
                () -> assertThat(recipe.rows("select party from consent")).isEmpty());
    }

    @Test
    void aCallerWhoRefusesIsNotRecorded() throws Exception {
        recipe.phone(CALLER).call(Telephony.NUMBER);
        answers(CALLER, "2");
        answers(agent, "1");
        Recipe.eventually(() -> assertThat(states()).containsExactly("agreed", "refused"));
        assertThat(recordings()).isEmpty();
    }

    @Test
    void theAgentIsInvitedWhenTheCallerCannotBeAsked() throws Exception {
        recipe.simulator().setFaults(Fault.onOperation("recognize").status(400));
        recipe.phone(CALLER).call(Telephony.NUMBER);
        answers(agent, "1");
        Recipe.eventually(() -> assertThat(states()).containsExactly("agreed", "refused"));
        assertThat(recordings()).isEmpty();
    }

    @Test
    void withoutItsDatabaseTheCallEnds() throws Exception {
        recipe.phone(CALLER).call(Telephony.NUMBER);
        recipe.phone(CALLER).heard(QUESTION);
        recipe.execute("drop table consent");
        recipe.phone(CALLER).press("1");
        recipe.everyCallIsOver();
    }

    @Test
    void aPartyWhoJoinsLaterIsAskedInItsLanguageBeforeTheRecordingGoesOn() throws Exception {
        recordedCall();
        invite(EXPERT);
        recipe.phone(EXPERT).heard("aufzeichnen");
        assertThat(recordings()).containsExactly("startRecording", "pauseRecording");
        recipe.phone(EXPERT).press("1");
        becomes("startRecording", "pauseRecording", "resumeRecording");
    }

    @Test
    void aRecordingGoesOnWhenThePartyWhoRefusedHasLeft() throws Exception {
        recordedCall();
        invite(EXPERT);
        recipe.phone(EXPERT).heard("aufzeichnen");
        recipe.phone(EXPERT).press("2");
        Recipe.eventually(() -> assertThat(states()).containsExactly("agreed", "agreed", "refused"));
        assertThat(recordings()).containsExactly("startRecording", "pauseRecording");
        recipe.phone(EXPERT).hangUp();
        becomes("startRecording", "pauseRecording", "resumeRecording");
    }

    @Test
    void aRecordingGoesOnWhenThePartyDoesNotJoin() throws Exception {
        recordedCall();
        recipe.phone(EXPERT).behaviour(PhoneBehaviour.DECLINE);
        invite(EXPERT);
        becomes("startRecording", "pauseRecording", "resumeRecording");
    }

    @Test
    void aRecordingThatStartsWhileAPartyIsInvitedPausesUntilThePartyHasAgreed() throws Exception {
        inviteWhileTheRecordingStarts(PhoneBehaviour.MANUAL);
        becomes("startRecording", "pauseRecording");
        recipe.phone(EXPERT).answer();
        recipe.phone(EXPERT).heard("aufzeichnen");
        assertThat(recordings()).containsExactly("startRecording", "pauseRecording");
        recipe.phone(EXPERT).press("1");
        becomes("startRecording", "pauseRecording", "resumeRecording");
    }

    @Test
    void aRecordingThatStartsWhileAPartyIsInvitedGoesOnWhenThePartyDoesNotJoin() throws Exception {
        inviteWhileTheRecordingStarts(PhoneBehaviour.DECLINE);
        becomes("startRecording", "pauseRecording", "resumeRecording");
    }

    @Test
    void aPartyWhoLeavesDoesNotEndThePauseForAPartyWhosePhoneRings() throws Exception {
        recordedCall();
        invite(INTERPRETER);
        answers(INTERPRETER, "1");
        becomes("startRecording", "pauseRecording", "resumeRecording");
        recipe.phone(EXPERT).behaviour(PhoneBehaviour.MANUAL);
        invite(EXPERT);
        recipe.phone(INTERPRETER).hangUp();
        Recipe.eventually(() -> assertThat(recipe.rows("select party from consent where present order by party"))
                .containsExactly("4:" + CALLER, "4:" + agent));
        recipe.phone(EXPERT).answer();
        recipe.phone(EXPERT).heard("aufzeichnen");
        assertThat(recordings())
                .containsExactly("startRecording", "pauseRecording", "resumeRecording", "pauseRecording");
    }

    @Test
    void aPartyWhoLeavesDuringTheQuestionDoesNotCount() throws Exception {
        recipe.phone(CALLER).call(Telephony.NUMBER);
        answers(CALLER, "1");
        recipe.phone(agent).heard(QUESTION);
        invite(EXPERT);
        recipe.inCall(recipe.simulator().calls().get(0).callId(), "4:" + EXPERT);
        recipe.phone(agent).hangUp();
        recipe.phone(EXPERT).heard("aufzeichnen");
        assertThat(recordings()).isEmpty();
        recipe.phone(EXPERT).press("1");
        becomes("startRecording");
    }

    @Test
    void aRestartDuringTheQuestionKeepsTheAnswers() throws Exception {
        recipe.phone(CALLER).call(Telephony.NUMBER);
        answers(CALLER, "1");
        recipe.phone(agent).heard(QUESTION);
        recipe.restart(Map.of());
        recipe.phone(agent).press("1");
        becomes("startRecording");
    }

    private void inviteWhileTheRecordingStarts(PhoneBehaviour behaviour) throws Exception {
        recipe.simulator().setFaults(Fault.onOperation("startRecording").delayMillis(1_000));
        recipe.phone(CALLER).call(Telephony.NUMBER);
        answers(CALLER, "1");
        answers(agent, "1");
        Recipe.eventually(
                () -> assertThat(recipe.rows("select state from consent_call")).containsExactly("on"));
        recipe.phone(EXPERT).behaviour(behaviour);
        invite(EXPERT);
    }

    private void recordedCall() {
        recipe.phone(CALLER).call(Telephony.NUMBER);
        answers(CALLER, "1");
        answers(agent, "1");
        becomes("startRecording");
    }

    private void answers(String party, String key) {
        recipe.phone(party).heard(QUESTION);
        recipe.phone(party).press(key);
    }

    private void invite(String party) throws Exception {
        String call = recipe.simulator().calls().get(0).callId();
        recipe.send(
                "direct:consent-invite",
                null,
                Map.of(CallAutomationConstants.CALL_CONNECTION_ID, call, "Invited", party));
    }

    private void becomes(String... operations) {
        Recipe.eventually(() -> assertThat(recordings()).containsExactly(operations));
    }

    private List<String> recordings() {
        return recipe.simulator().requests().stream()
                .map(ReceivedRequest::operation)
                .filter(operation -> operation.endsWith("Recording"))
                .toList();
    }

    private List<String> states() throws Exception {
        return recipe.rows("select answer from consent order by answer");
    }
}
