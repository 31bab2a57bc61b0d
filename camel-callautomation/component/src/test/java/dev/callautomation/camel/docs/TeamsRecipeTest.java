package dev.callautomation.camel.docs;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.timeline.ReceivedRequest;

import static org.assertj.core.api.Assertions.assertThat;

class TeamsRecipeTest {

    private static final String CALLER = "+14255550123";

    @TempDir
    private Path directory;

    private Recipe recipe;
    private String user;

    @BeforeEach
    void start() throws Exception {
        recipe = Recipe.start("id: teams-answer", directory, Map.of());
        user = "8:orgid:" + recipe.setting("teams.user");
    }

    @AfterEach
    void close() {
        recipe.close();
    }

    @Test
    void aTeamsUserTakesTheCallAndSeesWhoCalls() {
        String call = recipe.phone(CALLER).call(Telephony.NUMBER);
        recipe.inCall(call, "4:" + CALLER, user);
        ReceivedRequest request = recipe.simulator().expectRequest("addParticipant", call);
        assertThat(request.text("participantToAdd/microsoftTeamsUser/userId")).isEqualTo(recipe.setting("teams.user"));
        assertThat(request.text("sourceDisplayName")).isEqualTo("Contoso Support");
        assertThat(request.text("customCallingContext/teamsPhoneCallDetails/teamsPhoneCallerDetails/phoneNumber"))
                .isEqualTo(CALLER);
    }

    @Test
    void aUserWhoDeclinesLeavesTheCallerToTheQueue() {
        recipe.phone(user).behaviour(PhoneBehaviour.DECLINE);
        String call = recipe.phone(CALLER).call(Telephony.NUMBER);
        recipe.inCall(call, "4:" + CALLER, "4:" + recipe.setting("teams.queue"));
    }

    @Test
    void aRefusedInvitationEndsTheCall() {
        recipe.simulator().setFaults(Fault.onOperation("addParticipant").status(403));
        recipe.phone(CALLER).call(Telephony.NUMBER);
        recipe.everyCallIsOver();
    }

    @Test
    void aCallerWhomTheQueueDoesNotTakeHearsIt() {
        recipe.phone(user).behaviour(PhoneBehaviour.UNREACHABLE);
        recipe.phone(recipe.setting("teams.queue")).behaviour(PhoneBehaviour.BUSY);
        recipe.phone(CALLER).call(Telephony.NUMBER);
        recipe.phone(CALLER).heard("Please call again later");
        recipe.everyCallIsOver();
    }

    @Test
    void aTeamsApplicationIsAnIdentifierToo() throws Exception {
        recipe.phone(user).behaviour(PhoneBehaviour.DECLINE);
        recipe.restart(Map.of("teams.queue", "28:orgid:19b01e96-c923-433a-83e4-bda54446bad7"));
        String call = recipe.phone(CALLER).call(Telephony.NUMBER);
        recipe.inCall(call, "4:" + CALLER, "28:orgid:19b01e96-c923-433a-83e4-bda54446bad7");
        assertThat(recipe.simulator()
                        .expectRequest("transferToParticipant", call)
                        .text("targetParticipant/microsoftTeamsApp/appId"))
                .isEqualTo("19b01e96-c923-433a-83e4-bda54446bad7");
    }
}
