package dev.callautomation.simulator.rest;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.SignedClient.Answer;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;

class MidCallApiTest extends HttpScenario {

    private String call;

    MidCallApiTest() {
        super(SimulatorOptions.defaults().withRing(Duration.ofMillis(20)).withParticipantsPageSize(2));
    }

    @BeforeEach
    void connect() {
        call = connectedCall();
    }

    @Test
    void aUserIsAdded() {
        Answer added = post("/participants:add", "{'participantToAdd':%s,'operationContext':'op'}", identifier(AGENT));

        assertThat(added.status()).isEqualTo(202);
        assertThat(added.text("invitationId")).isNotBlank();
        assertThat(added.text("operationContext")).isEqualTo("op");
        assertThat(added.body().at("/participant/identifier/rawId").asText()).isEqualTo(AGENT);
        assertThat(added.body().at("/participant/isMuted").isBoolean()).isTrue();
        assertThat(app.await(call, "AddParticipantSucceeded")
                        .data()
                        .at("/participant/communicationUser/id")
                        .asText())
                .isEqualTo(AGENT);
    }

    @Test
    void anInvitationIsCanceled() {
        simulator.phone(AGENT).behaviour(PhoneBehaviour.MANUAL);
        String invitation = post("/participants:add", "{'participantToAdd':%s}", identifier(AGENT))
                .text("invitationId");

        Answer canceled = post("/participants:cancelAddParticipant", "{'invitationId':'%s'}", invitation);

        assertThat(canceled.status()).isEqualTo(202);
        assertThat(canceled.text("invitationId")).isEqualTo(invitation);
        assertThat(canceled.body().has("operationContext")).isFalse();
        assertThat(app.await(call, "CancelAddParticipantSucceeded").codes()).isEqualTo("487/5234");
    }

    @Test
    void anInvitationEndsWithItsOwnTimeout() {
        simulator.phone(AGENT).behaviour(PhoneBehaviour.NO_ANSWER);

        post("/participants:add", "{'participantToAdd':%s,'invitationTimeoutInSeconds':1}", identifier(AGENT));

        assertThat(app.await(call, "AddParticipantFailed").codes()).isEqualTo("487/10004");
    }

    @Test
    void aParticipantIsRemoved() {
        Answer removed =
                post("/participants:remove", "{'participantToRemove':%s,'operationContext':'out'}", identifier(CALLER));

        assertThat(removed.status()).isEqualTo(202);
        assertThat(removed.text("operationContext")).isEqualTo("out");
        assertThat(app.await(call, "RemoveParticipantSucceeded")
                        .data()
                        .at("/participant/phoneNumber/value")
                        .asText())
                .isEqualTo(CALLER);
        assertThat(app.await(call, "CallDisconnected").codes()).isEqualTo("200/5002");
    }

    @Test
    void aCallIsTransferred() {
        Answer transferred = post(
                ":transferToParticipant",
                "{'targetParticipant':%s,'operationContext':'op','operationCallbackUri':'%s'}",
                identifier(PHONE),
                app.url("/operation"));

        assertThat(transferred.status()).isEqualTo(202);
        assertThat(transferred.text("operationContext")).isEqualTo("op");
        assertThat(app.await(call, "CallTransferAccepted").path()).isEqualTo("/operation");
        assertThat(app.await(call, "CallDisconnected").path()).isEqualTo("/cb");
        Answer gone = client.get(CALLS + "/" + call);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.errorCode()).isEqualTo("8522");
        assertThat(gone.errorMessage()).isEqualTo("Call not found.");
    }

    @Test
    void aUserIsMuted() {
        addUsers(1);

        Answer muted = post("/participants:mute", "{'targetParticipants':[%s]}", identifier("8:acs:r_0"));

        assertThat(muted.status()).isEqualTo(200);
        assertThat(participant("8:acs:r_0").body().path("isMuted").asBoolean()).isTrue();
    }

    @Test
    void onlyAUserCanBeMuted() {
        Answer answer = post("/participants:mute", "{'targetParticipants':[%s]}", identifier(CALLER));

        assertThat(answer.errorCode()).isEqualTo("8523");
        assertThat(answer.errorMessage()).contains("targetParticipants");
    }

    @Test
    void aParticipantIsMovedHere() {
        String other = create(PHONE).text("callConnectionId");
        app.await(other, "ParticipantsUpdated");

        Answer moved = post(
                "/participants:moveHere",
                "{'targetParticipants':[%s],'fromCall':'%s','operationContext':'m'}",
                identifier(PHONE),
                other);

        assertThat(moved.status()).isEqualTo(202);
        assertThat(moved.text("fromCall")).isEqualTo(other);
        assertThat(moved.body()
                        .at("/participants/0/identifier/phoneNumber/value")
                        .asText())
                .isEqualTo(PHONE);
        assertThat(app.await(call, "MoveParticipantSucceeded")
                        .data()
                        .path("fromCall")
                        .asText())
                .isEqualTo(other);
        assertThat(app.await(other, "CallDisconnected").codes()).isEqualTo("200/5010");
    }

    @Test
    void aParticipantIsLookedUpByItsEncodedRawId() {
        Answer found = participant("4%3A%2B15550001111");

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body().at("/identifier/phoneNumber/value").asText()).isEqualTo(CALLER);
        assertThat(participant("4:+15550001111").status()).isEqualTo(200);
        Answer unpublished = participant("8:acs:absent");
        assertThat(unpublished.status()).isEqualTo(404);
        assertThat(unpublished.errorCode()).isEqualTo("8522");
    }

    @Test
    void participantsComeInPages() {
        addUsers(3);
        Answer first = client.get(CALLS + "/" + call + "/participants");

        assertThat(first.body().path("value")).hasSize(2);
        String next = first.text("nextLink");
        assertThat(next).startsWith(simulator.uri().toString()).contains("api-version=");
        Answer second = client.send("GET", next, "", Map.of());
        Answer third = client.send("GET", second.text("nextLink"), "", Map.of());
        assertThat(second.body().path("value")).hasSize(2);
        assertThat(third.body().path("value")).hasSize(1);
        assertThat(third.body().has("nextLink")).isFalse();
    }

    @Test
    void hangingUpEndsTheCallAndEveryLaterRequestMissesIt() {
        assertThat(client.delete(CALLS + "/" + call).status()).isEqualTo(204);

        assertThat(app.await(call, "CallDisconnected").codes()).isEqualTo("200/7000");
        assertThat(client.delete(CALLS + "/" + call).errorCode()).isEqualTo("8522");
        assertThat(post("/participants:add", "{'participantToAdd':%s}", identifier(AGENT))
                        .errorCode())
                .isEqualTo("8522");
    }

    @Test
    void terminatingEndsTheCallForEveryone() {
        addUsers(2);

        assertThat(client.post(CALLS + "/" + call + ":terminate", "").status()).isEqualTo(204);

        assertThat(app.await(call, "CallDisconnected").codes()).isEqualTo("200/7000");
        assertThat(simulator.call(call).orElseThrow().participants()).isEmpty();
    }

    private Answer post(String action, String body, Object... arguments) {
        return client.post(CALLS + "/" + call + action, json(body.formatted(arguments)));
    }

    private Answer participant(String rawId) {
        return client.get(CALLS + "/" + call + "/participants/" + rawId);
    }

    private void addUsers(int count) {
        IntStream.range(0, count).mapToObj(i -> "8:acs:r_" + i).forEach(user -> {
            post("/participants:add", "{'participantToAdd':%s,'operationContext':'%s'}", identifier(user), user);
            Awaitility.await().until(() -> participant(user).status() == 200);
        });
    }
}
