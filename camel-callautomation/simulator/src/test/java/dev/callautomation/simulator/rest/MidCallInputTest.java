package dev.callautomation.simulator.rest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.SignedClient.Answer;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;

class MidCallInputTest extends HttpScenario {

    private String call;

    @BeforeEach
    void connect() {
        call = connectedCall();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /participants:add    | {}                                                                     | participantToAdd
            /participants:add    | {'participantToAdd':{'rawId':'4:+15550003333'}}                        | sourceCallerIdNumber
            /participants:add    | {'participantToAdd':{'rawId':'8:acs:a_b'},'invitationTimeoutInSeconds':181} | invitationTimeoutInSeconds
            /participants:add    | {'participantToAdd':{'rawId':'8:acs:a_b'},'operationCallbackUri':'ftp://x/'} | operationCallbackUri
            /participants:add    | {'participantToAdd':{'rawId':'8:acs:a_b'},'operationCallbackUri':'http://localhost:99999/'} | port
            /participants:remove | {}                                                                     | participantToRemove
            /participants:cancelAddParticipant | {}                                                       | invitationId
            :transferToParticipant | {}                                                                   | targetParticipant
            :transferToParticipant | {'targetParticipant':{'rawId':'8:acs:a_b','phoneNumber':{'value':'+1'},'communicationUser':{'id':'8:a'}}} | targetParticipant
            """)
    void anInvalidRequestNamesTheMember(String action, String body, String member) {
        Answer answer = post(action, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("8523");
        assertThat(answer.errorMessage()).contains(member);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'sipHeaders':{'X-1':'a','X-2':'a','X-3':'a','X-4':'a','X-5':'a','X-6':'a'}",
                "'sipHeaders':{'X bad':'a'}",
                "'sipHeaders':{'X-Bad':'two words'}",
                "'sipHeaders':{'X-Long':'LONG256'}",
                "'voipHeaders':{'k':'LONG1024'}",
                "'voipHeaders':{'KEY64':'a'}"
            })
    void headersBeyondTheServicesLimitsAreRefused(String headers) {
        String filled = headers.replace("LONG256", "v".repeat(257))
                .replace("LONG1024", "v".repeat(1_025))
                .replace("KEY64", "k".repeat(65));

        Answer answer = post(
                "/participants:add", "{'participantToAdd':%s,'customCallingContext':{%s}}", identifier(AGENT), filled);

        assertThat(answer.errorCode()).isEqualTo("8523");
        assertThat(answer.errorMessage()).contains("customCallingContext");
    }

    @Test
    void headersReachAnApplicationThatIsCalled() {
        simulator.phone(AGENT).behaviour(PhoneBehaviour.APPLICATION);

        post(
                "/participants:add",
                "{'participantToAdd':%s,'customCallingContext':{'sipHeaders':{'User-To-User':'uui'},'voipHeaders':{'case':'4711'}}}",
                identifier(AGENT));

        var data = app.awaitGrid("IncomingCall", 2).data();
        assertThat(data.at("/customContext/voipHeaders/case").asText()).isEqualTo("4711");
        assertThat(data.at("/customContext/sipHeaders/User-To-User").asText()).isEqualTo("uui");
    }

    private Answer post(String action, String body, Object... arguments) {
        return client.post(CALLS + "/" + call + action, json(body.formatted(arguments)));
    }
}
