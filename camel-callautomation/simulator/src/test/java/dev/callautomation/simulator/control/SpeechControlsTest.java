package dev.callautomation.simulator.control;

import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.SignedClient.Answer;
import dev.callautomation.simulator.SimulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;

class SpeechControlsTest extends HttpScenario {

    SpeechControlsTest() {
        super(SimulatorOptions.defaults().withVirtualTime(true));
    }

    @Test
    void aPhoneFollowsItsScript() {
        Answer set = control(
                "PUT",
                "phones/+15550001111",
                "{'behaviour':'answer','script':[{'afterMillis':100,'say':'Hi'},"
                        + "{'hears':'welcome','press':'1#'},{'afterMillis':5000,'hangUp':true}]}");
        assertThat(set.status()).isEqualTo(200);
        String call = ring();
        answer(contextOf(call));
        simulator.advance(Duration.ofSeconds(1));
        client.post(CALLS + "/" + call + ":play", json("{'playSources':[{'kind':'text','text':{'text':'Welcome'}}]}"));
        simulator.advance(Duration.ofSeconds(5));

        assertThat(control("GET", "calls/" + call + "/timeline", "").body().findValuesAsText("description"))
                .containsSubsequence(CALLER + ": says \"Hi\"", CALLER + ": presses 1#", CALLER + ": hangs up");
    }

    @Test
    void aPhonePressesKeysAndSpeaksAndShowsWhatItHeard() {
        String call = ring();
        answer(contextOf(call));
        simulator.advance(Duration.ofSeconds(1));
        client.post(CALLS + "/" + call + ":startContinuousDtmfRecognition", "{}");
        client.post(CALLS + "/" + call + ":play", json("{'playSources':[{'kind':'text','text':{'text':'Welcome'}}]}"));
        client.post(CALLS + "/" + call + ":hold", "{}");
        client.post(CALLS + "/" + call + ":unhold", "{}");

        assertThat(control("POST", "phones/+15550001111:press", "{'tones':['one','*']}")
                        .text("callId"))
                .isEqualTo(call);
        assertThat(control("POST", "phones/+15550001111:press", "{'tones':'2#'}")
                        .status())
                .isEqualTo(200);
        assertThat(control("POST", "phones/+15550001111:say", "{'text':'Hello','confidence':0.4}")
                        .text("callId"))
                .isEqualTo(call);

        assertThat(control("GET", "calls/" + call + "/timeline", "").body().findValuesAsText("description"))
                .containsSubsequence(
                        CALLER + ": hears \"Welcome\"",
                        CALLER + ": is put on hold",
                        CALLER + ": is taken off hold",
                        CALLER + ": presses 1*",
                        CALLER + ": presses 2#",
                        CALLER + ": says \"Hello\"");
        JsonNode phone = control("GET", "phones", "").body().get(1);
        assertThat(phone.path("heldIn")).isEmpty();
        assertThat(phone.at("/heard/0/kind").asText()).isEqualTo("text");
        assertThat(phone.at("/heard/0/what").asText()).isEqualTo("Welcome");
        assertThat(phone.at("/heard/0/callId").asText()).isEqualTo(call);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            PUT  | phones/+1555             | {'behaviour':'busy','script':[{}]}      | 400 | one of press
            PUT  | phones/+1555             | {'behaviour':'busy','script':[{'press':'x'}]} | 400 | is not a key
            PUT  | phones/+1555             | {'behaviour':'busy','script':[{'press':'1','afterMillis':'x'}]} | 400 | afterMillis
            POST | phones/+1555:press       | {'tones':'1'}                           | 409 | is not in a call
            POST | phones/+1555:press       | {}                                      | 400 | tones must name
            POST | phones/+1555:press       | {'tones':['seventeen']}                 | 400 | is not a key
            POST | phones/+1555:say         | {}                                      | 400 | text is required
            POST | phones/+1555:say         | {'text':'x','confidence':2}             | 400 | between 0 and 1
            POST | phones/+1555:say         | {'text':'x','confidence':'high'}        | 400 | must be a number
            POST | phones/+1555:say         | {'text':'x'}                            | 409 | is not in a call
            """)
    void aMistakeIsAnsweredWithWhatToChange(String method, String path, String body, int status, String words) {
        Answer answer = control(method, path, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorMessage()).contains(words);
    }

    private Answer control(String method, String path, String body) {
        return client.send(method, "/simulator/" + path, json(body), Map.of());
    }
}
