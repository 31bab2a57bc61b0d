package dev.callautomation.simulator.rest;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.Receiver.Received;
import dev.callautomation.simulator.SignedClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

class TonesAndHoldApiTest extends HttpScenario {

    private String call;

    @BeforeEach
    void connect() {
        call = connectedCall();
    }

    @Test
    void keysAreToldUntilItIsEnough() {
        Answer started = post(
                ":startContinuousDtmfRecognition",
                "{'targetParticipant':%s,'operationContext':'keys'}",
                identifier(CALLER));
        assertThat(started.status()).isEqualTo(200);
        simulator.phone(CALLER).press("#");

        Received tone = app.await(call, "ContinuousDtmfRecognitionToneReceived");
        assertThat(tone.data().path("sequenceId").asInt()).isEqualTo(1);
        assertThat(tone.data().path("tone").asText()).isEqualTo("pound");
        assertThat(tone.data().path("operationContext").asText()).isEqualTo("keys");

        Answer stopped = post(
                ":stopContinuousDtmfRecognition",
                "{'targetParticipant':%s,'operationContext':'enough','operationCallbackUri':'%s'}",
                identifier(CALLER),
                app.url("/once"));
        assertThat(stopped.status()).isEqualTo(200);
        Received end = app.await(call, "ContinuousDtmfRecognitionStopped");
        assertThat(end.path()).isEqualTo("/once");
        assertThat(end.data().path("operationContext").asText()).isEqualTo("enough");
    }

    @Test
    void tonesAreSentOnceHoweverOftenTheRequestIsRepeated() {
        Map<String, String> repeated = Map.of(
                "Repeatability-Request-ID", "11111111-1111-4111-8111-111111111111",
                "Repeatability-First-Sent", "Tue, 03 Mar 2026 10:00:00 GMT");
        String body = json("{'targetParticipant':%s,'tones':['one','asterisk'],'operationContext':'send'}"
                .formatted(identifier(CALLER)));

        Answer first = client.post(CALLS + "/" + call + ":sendDtmfTones", body, repeated);
        Answer second = client.post(CALLS + "/" + call + ":sendDtmfTones", body, repeated);

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.text("operationContext")).isEqualTo("send");
        assertThat(second).isEqualTo(first);
        assertThat(app.await(call, "SendDtmfTonesCompleted").codes()).isEqualTo("200/0");
        assertThat(simulator.phone(CALLER).heard()).singleElement().satisfies(heard -> assertThat(heard.what())
                .isEqualTo("1*"));
    }

    @Test
    void aCallerIsHeldAndTakenOffHold() {
        Answer held = post(
                ":hold",
                "{'targetParticipant':%s,'playSourceInfo':{'kind':'text','text':{'text':'Please hold'}}}",
                identifier(CALLER));

        assertThat(held.status()).isEqualTo(200);
        assertThat(onHold()).isTrue();
        assertThat(simulator.phone(CALLER).isOnHold()).isTrue();

        assertThat(post(":unhold", "{'targetParticipant':%s}", identifier(CALLER))
                        .status())
                .isEqualTo(200);
        assertThat(onHold()).isFalse();
        assertThat(simulator.phone(CALLER).isOnHold()).isFalse();
    }

    @Test
    void holdMusicThatCannotBePlayedIsReported() {
        post(
                ":hold",
                "{'targetParticipant':%s,'operationContext':'wait',"
                        + "'playSourceInfo':{'kind':'file','file':{'uri':'https://files.example/a.txt'}}}",
                identifier(CALLER));

        Received failed = app.await(call, "HoldFailed");
        assertThat(failed.codes()).isEqualTo("400/8535");
        assertThat(failed.data().path("operationContext").asText()).isEqualTo("wait");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            :sendDtmfTones | {'tones':[]}                                                                 | 400 | 8523 | tones must hold 1 to 18
            :sendDtmfTones | {'tones':['1']}                                                              | 400 | 8523 | tones must be zero to nine
            :sendDtmfTones | {'tones':'one'}                                                              | 400 | 8523 | tones must be a list
            :sendDtmfTones | {'tones':['a','a','a','a','a','a','a','a','a','a','a','a','a','a','a','a','a','a','a']} | 400 | 8523 | 1 to 18
            :sendDtmfTones | {'tones':['one'],'targetParticipant':{'rawId':'8:acs:absent'}}               | 404 | 8522 | not in this call
            :hold          | {'targetParticipant':{'rawId':'8:acs:absent'}}                               | 404 | 8522 | not in this call
            :hold          | {'targetParticipant':{'rawId':'4:+18005550100'}}                             | 400 | 8523 | the application itself
            :hold          | {'playSourceInfo':{'kind':'x'}}                                              | 400 | 8523 | kind of a play source
            :unhold        | {'targetParticipant':{'rawId':'8:acs:absent'}}                               | 404 | 8522 | not in this call
            :unhold        | {'operationCallbackUri':'ftp://x'}                                           | 400 | 8523 | operationCallbackUri
            :startContinuousDtmfRecognition | {'targetParticipant':{'rawId':'8:acs:absent'}}              | 404 | 8522 | not in this call
            :stopContinuousDtmfRecognition  | {'targetParticipant':{'rawId':'8:acs:absent'}}              | 404 | 8522 | not in this call
            """)
    void aMistakeIsAnsweredWithWhatToChange(String action, String body, int status, String code, String words) {
        Answer answer = client.post(CALLS + "/" + call + action, json(body));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.errorMessage()).contains(words);
    }

    private boolean onHold() {
        JsonNode participant =
                client.get(CALLS + "/" + call + "/participants/4:+15550001111").body();
        return participant.path("isOnHold").asBoolean();
    }

    private Answer post(String action, String body, Object... arguments) {
        return client.post(CALLS + "/" + call + action, json(body.formatted(arguments)));
    }
}
