package dev.callautomation.simulator.rest;

import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.SignedClient.Answer;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;

class PreCallApiTest extends HttpScenario {

    @Test
    void createCallAnswersWithAConnectingCallThatHasNoServerCallIdYet() {
        simulator.phone(PHONE).behaviour(PhoneBehaviour.MANUAL);

        Answer created = create(PHONE);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("callConnectionState")).isEqualTo("connecting");
        assertThat(created.text("callConnectionId")).isNotBlank();
        assertThat(created.text("correlationId")).isNotBlank();
        assertThat(created.body().has("serverCallId")).isFalse();
        assertThat(created.text("sourceDisplayName")).isEmpty();
        assertThat(created.text("callbackUri")).isEqualTo(app.url("/cb"));
        assertThat(created.body().at("/sourceCallerIdNumber/value").asText()).isEqualTo(OUR_NUMBER);
        assertThat(created.body().at("/source/kind").asText()).isEqualTo("communicationUser");
        assertThat(created.body().at("/targets/0/rawId").asText()).isEqualTo("4:" + PHONE);

        String call = created.text("callConnectionId");
        simulator.phone(PHONE).answer();
        app.await(call, "CallConnected");
        Answer connected = client.get(CALLS + "/" + call);
        assertThat(connected.text("callConnectionState")).isEqualTo("connected");
        assertThat(connected.text("serverCallId"))
                .isEqualTo(app.of(call).get(0).data().path("serverCallId").asText());
    }

    @Test
    void aSourceOfTheApplicationsOwnIsKept() {
        Answer created = client.post(
                CALLS,
                json("{'targets':[%s],'source':{'id':'8:acs:me_me'},'callbackUri':'%s','sourceDisplayName':'Desk'}"
                        .formatted(identifier(AGENT), app.url("/cb"))));

        assertThat(created.body().at("/source/communicationUser/id").asText()).isEqualTo("8:acs:me_me");
        assertThat(created.text("sourceDisplayName")).isEqualTo("Desk");
    }

    @Test
    void aTeamsApplicationMayBeTheSource() {
        Answer created = client.post(
                CALLS,
                json("{'targets':[%s],'teamsAppSource':{'appId':'a1'},'callbackUri':'%s'}"
                        .formatted(identifier(AGENT), app.url("/cb"))));

        assertThat(created.body().at("/source/rawId").asText()).isEqualTo("28:orgid:a1");
    }

    @Test
    void anIncomingCallIsAnswered() {
        String call = ring();
        Answer answered = answer(contextOf(call));

        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.text("callConnectionId")).isEqualTo(call);
        assertThat(answered.text("callConnectionState")).isEqualTo("connecting");
        assertThat(answered.body().at("/answeredFor/value").asText()).isEqualTo(OUR_NUMBER);
        assertThat(app.await(call, "CallConnected")
                        .data()
                        .path("operationContext")
                        .asText())
                .isEqualTo("answered");
    }

    @ParameterizedTest
    @CsvSource({"none,declines", "busy,is busy", "forbidden,forbids the call"})
    void anIncomingCallIsRejectedWithoutEvents(String reason, String words) {
        String call = ring();

        Answer rejected = client.post(
                CALLS + ":reject",
                json("{'incomingCallContext':'%s','callRejectReason':'%s'}".formatted(contextOf(call), reason)));

        assertThat(rejected.status()).isEqualTo(204);
        Awaitility.await().until(() -> simulator.timeline(call).stream()
                .anyMatch(entry ->
                        entry.text().contains("hears that") && entry.text().contains(words)));
        assertThat(app.of(call)).isEmpty();
    }

    @Test
    void anIncomingCallIsRedirected() {
        simulator.phone(AGENT).behaviour(PhoneBehaviour.MANUAL);
        String call = ring();

        Answer redirected = client.post(
                CALLS + ":redirect",
                json("{'incomingCallContext':'%s','target':%s}".formatted(contextOf(call), identifier(AGENT))));

        assertThat(redirected.status()).isEqualTo(204);
        assertThat(simulator.call(call).orElseThrow().ringing())
                .extracting(target -> target.rawId())
                .containsExactly(AGENT);
        assertThat(answer("gone").errorCode()).isEqualTo("8523");
    }

    @Test
    void anApplicationConnectsToARunningCall() {
        String call = connectedCall();
        String serverCallId = simulator.call(call).orElseThrow().serverCallId();

        Answer connected = client.post(
                CALLS + ":connect",
                json("{'callLocator':{'kind':'serverCallLocator','serverCallId':'%s'},'callbackUri':'%s'}"
                        .formatted(serverCallId, app.url("/guest"))));

        assertThat(connected.status()).isEqualTo(200);
        String guest = connected.text("callConnectionId");
        assertThat(app.await(guest, "CallConnected").path()).isEqualTo("/guest");
        app.await(guest, "ParticipantsUpdated");
    }

    @ParameterizedTest
    @CsvSource({"groupCallLocator,groupCallId", "roomCallLocator,roomId", "serverCallLocator,serverCallId"})
    void aCallThatDoesNotExistCannotBeConnectedTo(String kind, String member) {
        Answer answer = client.post(
                CALLS + ":connect",
                json("{'callLocator':{'kind':'%s','%s':'nowhere'},'callbackUri':'%s'}"
                        .formatted(kind, member, app.url("/cb"))));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo("8522");
    }

    @ParameterizedTest(name = "{1} is refused")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            :answer  | {'callbackUri':'https://a.example/'}                                          | incomingCallContext
            :answer  | {'incomingCallContext':'x'}                                                   | callbackUri
            :answer  | {'incomingCallContext':5,'callbackUri':'https://a.example/'}                  | incomingCallContext
            :reject  | {'incomingCallContext':'x','callRejectReason':'bored'}                        | callRejectReason
            :redirect| {'incomingCallContext':'x'}                                                   | target
            :connect | {'callbackUri':'https://a.example/'}                                          | callLocator
            :connect | {'callLocator':{'kind':'roomCallLocator'},'callbackUri':'https://a.example/'} | callLocator.roomId
            ''       | {'callbackUri':'https://a.example/'}                                          | targets
            ''       | {'targets':[],'callbackUri':'https://a.example/'}                             | targets
            ''       | {'targets':[{}],'callbackUri':'https://a.example/'}                           | targets[0]
            ''       | {'targets':[{'rawId':'8:acs:a_b'}],'callbackUri':'http://a.example/'}         | callbackUri
            ''       | {'targets':[{'rawId':'8:acs:a_b'}],'callbackUri':'nonsense'}                  | callbackUri
            ''       | {'targets':[{'rawId':'4:+15550001'}],'callbackUri':'https://a.example/'}      | sourceCallerIdNumber
            ''       | {'targets':[{'rawId':'8:acs:a_b'}],'sourceCallerIdNumber':{'value':'12'}}     | sourceCallerIdNumber.value
            ''       | [1]                                                                           | JSON object
            ''       | {'targets'                                                                    | not JSON
            """)
    void anInvalidRequestNamesTheMember(String action, String body, String member) {
        String path = "''".equals(action) ? CALLS : CALLS + action;

        Answer answer = client.post(path, json(body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("8523");
        assertThat(answer.errorMessage()).contains(member);
    }

    @Test
    void anOperationContextHasALimit() {
        Answer answer = client.post(
                CALLS,
                json("{'targets':[%s],'callbackUri':'%s','operationContext':'%s'}"
                        .formatted(identifier(AGENT), app.url("/cb"), "x".repeat(5_001))));

        assertThat(answer.errorCode()).isEqualTo("8523");
        assertThat(answer.errorMessage()).contains("operationContext", "5000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-03-06", "2025-06-15", "2024-06-15-preview", "2026-03-12", "2030-01-01"})
    void olderAndNewerVersionsAreServed(String version) {
        assertThat(client.send("GET", CALLS + "/none?api-version=" + version, "", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?api-version=", "?api-version=latest"})
    void aVersionHasToBeGiven(String query) {
        Answer answer = client.send("GET", CALLS + "/none" + query, "", Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorMessage()).contains("api-version");
    }

    @Test
    void anUnknownPathIsNotFound() {
        Answer answer = client.get("/calling/nothing");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorMessage()).contains("No HTTP resource was found", "/calling/nothing");
    }
}
