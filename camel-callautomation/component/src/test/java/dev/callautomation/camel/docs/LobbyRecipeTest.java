package dev.callautomation.camel.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;

/** Parties of several calls come together: the lobby, the room, the gathering. */
class LobbyRecipeTest {

    private static final String CUSTOMER = "+14255550123";
    private static final String FRIEND = "+14255550124";
    private static final String BUSY = "+14255550125";
    private static final String ROOM = "99445276259151407";

    @TempDir
    private Path directory;

    private Recipe recipe;

    @AfterEach
    void close() {
        recipe.close();
    }

    @Test
    void aPhoneComesIntoARoom() throws Exception {
        start("direct:bring-phone");
        String call = recipe.phone(Telephony.AGENT).joinRoom(ROOM);
        recipe.send("direct:bring-phone", null, Map.of("room", ROOM, "phone", CUSTOMER));
        recipe.inCall(call, Telephony.AGENT, "4:" + CUSTOMER);
        recipe.phone(CUSTOMER).heard("A caller has joined by phone.");
    }

    @Test
    void aCallerInTheLobbyIsAdmitted() throws Exception {
        start("direct:admit");
        String agentCall = connected();
        Exchange caller = waitingCaller();
        recipe.phone(CUSTOMER).heard("Please wait to be admitted");
        admit(caller, agentCall);
        recipe.inCall(agentCall, Telephony.AGENT, "4:" + CUSTOMER);
    }

    @Test
    void aCallerWhoHasLeftTheLobbyIsNotAdmitted() throws Exception {
        start("direct:admit");
        String agentCall = connected();
        Exchange caller = waitingCaller();
        recipe.phone(CUSTOMER).hangUp();
        admit(caller, agentCall);
        assertThat(recipe.telephony().participants(agentCall)).doesNotContain("4:" + CUSTOMER);
    }

    @Test
    void aCallerWhoIsNotAdmittedIsNotKeptForEver() throws Exception {
        recipe = Recipe.start("uri: direct:admit", directory, Map.of("lobby.silence", "1s"));
        waitingCaller();
        recipe.everyCallIsOver();
    }

    @Test
    void aCallerWhoCannotEnterTheLobbyDoesNotHearSilence() throws Exception {
        start("direct:admit");
        recipe.simulator().setFaults(Fault.onOperation("play").status(400));
        recipe.phone(CUSTOMER).call(Telephony.NUMBER);
        recipe.simulator().expectRequest("play");
        recipe.everyCallIsOver();
    }

    @Test
    void aCallerWhoseAdmissionIsRefusedStaysAndTheAgentToo() throws Exception {
        start("direct:admit");
        String agentCall = connected();
        Exchange caller = waitingCaller();
        recipe.simulator().setFaults(Fault.onOperation("moveParticipants").status(400));
        admit(caller, agentCall);
        admit(caller, agentCall);
        recipe.inCall(agentCall, Telephony.AGENT, "4:" + CUSTOMER);
    }

    @Test
    void withoutAPhoneTheApplicationLeavesTheRoom() throws Exception {
        start("direct:bring-phone");
        recipe.phone(CUSTOMER).behaviour(PhoneBehaviour.DECLINE);
        recipe.phone(Telephony.AGENT).joinRoom(ROOM);
        recipe.send("direct:bring-phone", null, Map.of("room", ROOM, "phone", CUSTOMER));
        recipe.simulator().expectRequest("hangupCall");
    }

    @Test
    void aPartyWhoCannotBeMovedIsNotKeptForEver() throws Exception {
        start("direct:gather");
        String mainCall = connected();
        recipe.simulator().setFaults(Fault.onOperation("moveParticipants").status(400));
        recipe.send("direct:gather", null, Map.of("mainCall", mainCall, "party", CUSTOMER));
        Recipe.eventually(() -> assertThat(recipe.simulator().calls())
                .extracting(CallSnapshot::state)
                .containsExactly(CallState.CONNECTED, CallState.DISCONNECTED));
    }

    @Test
    void thoseWhoAnswerComeIntoTheMainCall() throws Exception {
        start("direct:gather");
        recipe.phone(BUSY).behaviour(PhoneBehaviour.BUSY);
        String mainCall = connected();
        for (String party : List.of(CUSTOMER, FRIEND, BUSY)) {
            recipe.send("direct:gather", null, Map.of("mainCall", mainCall, "party", party));
        }
        recipe.inCall(mainCall, Telephony.AGENT, "4:" + CUSTOMER, "4:" + FRIEND);
    }

    private void start(String entry) throws Exception {
        recipe = Recipe.start("uri: " + entry, directory, Map.of("lobby.silence", "300s"));
    }

    private Exchange waitingCaller() throws Exception {
        recipe.phone(CUSTOMER).call(Telephony.NUMBER);
        try (ConsumerTemplate waiting = recipe.telephony().context().createConsumerTemplate()) {
            Exchange caller = waiting.receive("seda:waiting", 30_000);
            assertThat(caller).as("a waiting caller").isNotNull();
            return caller;
        }
    }

    private void admit(Exchange caller, String agentCall) throws Exception {
        recipe.send(
                "direct:admit",
                null,
                Map.of(
                        "caller", caller.getMessage().getHeader("caller"),
                        "lobbyCall", caller.getMessage().getHeader("lobbyCall"),
                        "agentCall", agentCall));
    }

    /** A call with an agent. */
    private String connected() throws Exception {
        String call = recipe.telephony()
                .context()
                .createProducerTemplate()
                .request("callautomation:createCall", message -> message.getMessage()
                        .setHeader(CallAutomationConstants.TARGET, Telephony.AGENT))
                .getMessage()
                .getHeader(CallAutomationConstants.CALL_CONNECTION_ID, String.class);
        recipe.simulator().await(call).until("it is connected", snapshot -> snapshot.state() == CallState.CONNECTED);
        return call;
    }
}
