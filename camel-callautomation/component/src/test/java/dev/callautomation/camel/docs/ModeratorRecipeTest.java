package dev.callautomation.camel.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.CallSnapshot.Participant;
import dev.callautomation.simulator.model.CallState;

import static org.assertj.core.api.Assertions.assertThat;

class ModeratorRecipeTest {

    private static final String ADA = "+14255550123";
    private static final String BEN = "+14255550124";
    private static final String USER = Telephony.AGENT;

    @TempDir
    private Path directory;

    private Recipe recipe;
    private SimulatedPhone moderator;

    @BeforeEach
    void start() throws Exception {
        recipe = Recipe.start("id: conference-answer", directory, Map.of());
        moderator = recipe.phone(recipe.setting("conference.moderator"));
    }

    @AfterEach
    void close() {
        recipe.close();
    }

    @Test
    void callersWaitWithMusicForTheModerator() throws Exception {
        waits(ADA);
        waits(BEN);
        String conference = moderator.call(Telephony.NUMBER);
        recipe.inCall(conference, "4:" + ADA, "4:" + BEN);
        recipe.phone(USER).call(Telephony.NUMBER);
        recipe.inCall(conference, "4:" + ADA, "4:" + BEN, USER);
        assertThat(recipe.rows("select party from conference"))
                .containsExactly("4:" + recipe.setting("conference.moderator"));
    }

    @Test
    void theModeratorMutesAllAndLetsThemTalkAgain() {
        String conference = conferenceOf(ADA, USER);
        moderator.press("1");
        Recipe.eventually(() -> {
            assertThat(participant(conference, "4:" + ADA).onHold()).isTrue();
            assertThat(participant(conference, USER).muted()).isTrue();
        });
        assertThat(participant(conference, moderator.id().rawId()).onHold()).isFalse();
        moderator.press("2");
        Recipe.eventually(
                () -> assertThat(participant(conference, "4:" + ADA).onHold()).isFalse());
    }

    @Test
    void theModeratorEndsTheConference() {
        conferenceOf(ADA, BEN);
        moderator.press("9");
        recipe.phone(ADA).heard("The conference ends");
        recipe.everyCallIsOver();
    }

    @Test
    void theConferenceEndsWhenTheModeratorLeaves() throws Exception {
        conferenceOf(ADA, BEN);
        moderator.hangUp();
        recipe.phone(BEN).heard("The moderator has left");
        recipe.everyCallIsOver();
        Recipe.eventually(
                () -> assertThat(recipe.rows("select party from conference")).isEmpty());
    }

    @Test
    void aCallerWhoHangsUpWhileWaitingIsForgotten() throws Exception {
        waits(ADA);
        waits(BEN);
        recipe.phone(ADA).hangUp();
        Recipe.eventually(
                () -> assertThat(recipe.rows("select party from conference")).containsExactly("4:" + BEN));
    }

    @Test
    void aCallerWhoseMoveIsRefusedHasNoCallAnyMoreAndOthersAreMoved() {
        waits(ADA);
        waits(BEN);
        recipe.simulator().setFaults(Fault.onOperation("moveParticipants").status(400));
        String conference = moderator.call(Telephony.NUMBER);
        oneOf(conference);
    }

    @Test
    void aCallerWhoseMoveFailsHasNoCallAnyMoreAndOthersAreMoved() throws Exception {
        waits(ADA);
        waits(BEN);
        recipe.execute("update conference set party = '4:+14255550199' where party = '4:" + ADA + "'");
        String conference = moderator.call(Telephony.NUMBER);
        recipe.simulator().await(conference).event("MoveParticipantFailed");
        oneOf(conference);
    }

    @Test
    void withoutItsDatabaseTheCallEnds() throws Exception {
        recipe.execute("drop table conference");
        recipe.phone(ADA).call(Telephony.NUMBER);
        recipe.everyCallIsOver();
    }

    @Test
    void withoutTheDatabaseCallsOfOtherRoutesDoNotEnd() throws Exception {
        String call = recipe.telephony()
                .context()
                .createProducerTemplate()
                .request("callautomation:createCall", message -> message.getMessage()
                        .setHeader(CallAutomationConstants.TARGET, USER))
                .getMessage()
                .getHeader(CallAutomationConstants.CALL_CONNECTION_ID, String.class);
        recipe.simulator().await(call).event("CallConnected");
        recipe.execute("drop table conference");
        recipe.send(
                "callautomation:addParticipant?awaitCompletion=true",
                null,
                Map.of(
                        CallAutomationConstants.CALL_CONNECTION_ID,
                        call,
                        CallAutomationConstants.TARGET,
                        ADA,
                        CallAutomationConstants.SOURCE_CALLER_ID_NUMBER,
                        Telephony.NUMBER));
        recipe.simulator().await(call).event("ParticipantsUpdated");
        recipe.phone(BEN).call(Telephony.NUMBER);
        Recipe.eventually(() -> assertThat(recipe.simulator().calls())
                .extracting(CallSnapshot::state)
                .containsExactly(CallState.CONNECTED, CallState.DISCONNECTED));
    }

    /** The conference has one caller; the call of the other one has ended. */
    private void oneOf(String conference) {
        Recipe.eventually(() -> {
            assertThat(recipe.simulator().calls())
                    .filteredOn(call -> call.state() != CallState.DISCONNECTED)
                    .extracting(CallSnapshot::callId)
                    .containsExactly(conference);
            assertThat(recipe.telephony().participants(conference))
                    .contains(moderator.id().rawId())
                    .containsAnyOf("4:" + ADA, "4:" + BEN);
        });
    }

    @Test
    void aRestartKeepsTheConference() throws Exception {
        waits(ADA);
        recipe.restart(Map.of());
        String conference = moderator.call(Telephony.NUMBER);
        recipe.inCall(conference, "4:" + ADA);
        recipe.restart(Map.of());
        moderator.press("9");
        recipe.everyCallIsOver();
    }

    private String conferenceOf(String... parties) {
        for (String party : parties) {
            waits(party);
        }
        String conference = moderator.call(Telephony.NUMBER);
        recipe.inCall(
                conference,
                List.of(parties).stream()
                        .map(party -> party.startsWith("+") ? "4:" + party : party)
                        .toArray(String[]::new));
        return conference;
    }

    private void waits(String party) {
        recipe.phone(party).call(Telephony.NUMBER);
        recipe.phone(party).heard("music.wav");
    }

    private Participant participant(String call, String party) {
        return recipe.simulator().call(call).orElseThrow().participants().stream()
                .filter(participant -> participant.identifier().rawId().equals(party))
                .findFirst()
                .orElseThrow();
    }
}
