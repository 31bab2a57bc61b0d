package dev.callautomation.simulator.control;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.SignedClient;
import dev.callautomation.simulator.SignedClient.Answer;
import dev.callautomation.simulator.SimulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;

class ControlApiTest extends HttpScenario {

    ControlApiTest() {
        super(SimulatorOptions.defaults().withVirtualTime(true));
    }

    @Test
    void aPhoneIsSetAndListed() {
        Answer set = control("PUT", "phones/%2B15550002222", "{'behaviour':'noAnswer','ringMillis':500}");

        assertThat(set.status()).isEqualTo(200);
        assertThat(set.text("id")).isEqualTo("4:+15550002222");
        JsonNode phone = control("GET", "phones", "").body().get(0);
        assertThat(phone.path("behaviour").asText()).isEqualTo("noAnswer");
        assertThat(phone.path("ringMillis").asInt()).isEqualTo(500);
    }

    @Test
    void aPhoneCallsTheApplicationWhichAnswersWithTheContextShown() {
        Answer placed = control(
                "POST", "phones/+15550001111:call", "{'to':'+18005550100','customContext':{'voipHeaders':{'a':'b'}}}");
        assertThat(placed.status()).isEqualTo(200);
        String id = placed.text("callId");
        assertThat(placed.text("callConnectionId")).isEqualTo(id);

        JsonNode ringing = control("GET", "calls/" + id, "").body();
        assertThat(ringing.path("state").asText()).isEqualTo("connecting");
        assertThat(ringing.path("ringing").get(0).asText()).isEqualTo("4:+18005550100");
        assertThat(answer(ringing.path("incomingCallContext").asText()).status())
                .isEqualTo(200);
        assertThat(control("POST", "clock:advance", "{'millis':1000}").status()).isEqualTo(204);

        JsonNode connected = control("GET", "calls/" + id, "").body();
        assertThat(connected.path("state").asText()).isEqualTo("connected");
        assertThat(connected.has("incomingCallContext")).isFalse();
        assertThat(connected.path("participants")).hasSize(2);
        assertThat(connected.path("serverCallId").asText()).isNotBlank();
        assertThat(connected.path("correlationId").asText()).isNotBlank();
        assertThat(control("GET", "calls", "").body()).hasSize(1);
    }

    @Test
    void aPhoneIsOperatedByHand() {
        control("PUT", "phones/+15550002222", "{'behaviour':'manual'}");
        String call = create(PHONE).text("callConnectionId");

        assertThat(control("POST", "phones/+15550002222:answer", "").text("callId"))
                .isEqualTo(call);
        app.await(call, "CallConnected");
        assertThat(control("POST", "phones/+15550002222:hangUp", "").status()).isEqualTo(200);
        assertThat(app.await(call, "CallDisconnected").codes()).isEqualTo("200/5010");
    }

    @Test
    void aPhoneDeclinesByHand() {
        control("PUT", "phones/+15550002222", "{'behaviour':'manual'}");
        String call = create(PHONE).text("callConnectionId");

        control("POST", "phones/+15550002222:decline", "");

        assertThat(app.await(call, "CreateCallFailed").codes()).isEqualTo("403/560403");
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

    @Test
    void theTimelineTellsWhatHappenedAndCanBeDrawn() {
        String call = create(PHONE).text("callConnectionId");
        control("POST", "clock:advance", "{'millis':1000}");
        app.await(call, "ParticipantsUpdated");

        JsonNode timeline = control("GET", "calls/" + call + "/timeline", "").body();
        assertThat(timeline.findValuesAsText("description"))
                .startsWith("application -> service: createCall", "service -> application: createCall -> 201")
                .contains(
                        OUR_NUMBER + " -> " + PHONE + ": rings",
                        PHONE + ": answers",
                        "service -> application: CallConnected 200/0");
        String diagram = text("GET", "/simulator/calls/" + call + "/diagram", "localhost");
        assertThat(diagram)
                .contains("Content-Type: text/plain", "sequenceDiagram", " as " + PHONE, ": CallConnected 200/0");
    }

    @Test
    void subscriptionsAreMadeAfterTheHandshake() {
        Answer made = control("POST", "eventgrid/subscriptions", "{'endpoint':'%s'}".formatted(app.url("/grid")));
        assertThat(made.status()).isEqualTo(201);

        app.answering(r -> 500);
        Answer refused = control(
                "POST",
                "eventgrid/subscriptions",
                "{'endpoint':'%s','schema':'CloudEventSchemaV1_0'}".formatted(app.url("/grid")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorMessage()).contains("handshake", "500");
    }

    @Test
    void resetForgetsCallsAndPhones() {
        create(PHONE);
        control("PUT", "phones/+15550002222", "{'behaviour':'manual'}");

        assertThat(control("POST", "reset", "").status()).isEqualTo(204);

        assertThat(control("GET", "calls", "").body()).isEmpty();
        assertThat(control("GET", "phones", "").body()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            PUT  | phones/+1555:            | {'behaviour':'manual'}                  | 400 | E.164
            PUT  | phones/+1555             | {'behaviour':'sing'}                    | 400 | behaviour must be one of answer, decline
            PUT  | phones/+1555             | {'behaviour':'busy','ringMillis':-1}    | 400 | ringMillis
            PUT  | phones/+1555             | {'behaviour':'busy','ringMillis':99999999999999999999} | 400 | ringMillis
            PUT  | phones/+1555             | {'behaviour':'busy','script':[{}]}      | 400 | one of press
            PUT  | phones/+1555             | {'behaviour':'busy','script':[{'press':'x'}]} | 400 | is not a key
            PUT  | phones/+1555             | {'behaviour':'busy','script':[{'press':'1','afterMillis':'x'}]} | 400 | afterMillis
            PUT  | phones/+1555             | {'behaviour'                            | 400 | not JSON
            PUT  | phones/%20               | {'behaviour':'busy'}                    | 400 | E.164
            POST | phones/+1555:call        | {}                                      | 400 | to
            POST | phones/+1555:call        | {'to':'+15','roomId':'1'}                | 400 | one of
            POST | phones/+1555:call        | {'to':'+1555'}                          | 400 | cannot call itself
            POST | phones/+1555:answer      | {}                                      | 409 | is not ringing
            POST | phones/+1555:decline     | {}                                      | 409 | is not ringing
            POST | phones/+1555:hangUp      | {}                                      | 409 | neither in a call nor ringing
            POST | phones/+1555:press       | {'tones':'1'}                           | 409 | is not in a call
            POST | phones/+1555:press       | {}                                      | 400 | tones must name
            POST | phones/+1555:press       | {'tones':['seventeen']}                 | 400 | is not a key
            POST | phones/+1555:say         | {}                                      | 400 | text is required
            POST | phones/+1555:say         | {'text':'x','confidence':2}             | 400 | between 0 and 1
            POST | phones/+1555:say         | {'text':'x','confidence':'high'}        | 400 | must be a number
            POST | phones/+1555:say         | {'text':'x'}                            | 409 | is not in a call
            GET  | calls/nothing            | ""                                      | 404 | no call
            GET  | calls/nothing/timeline   | ""                                      | 404 | no call
            POST | eventgrid/subscriptions  | {}                                      | 400 | endpoint
            POST | eventgrid/subscriptions  | {'endpoint':'http://x y'}               | 400 | endpoint
            POST | eventgrid/subscriptions  | {'endpoint':'http://x/','schema':'XML'} | 400 | schema must be
            POST | clock:advance            | {'millis':'soon'}                       | 400 | millis
            POST | clock:advance            | {'millis':9223372036854775807}          | 400 | at most 3650 days
            POST | clock:advance            | {'millis':99999999999999999999}         | 400 | millis
            POST | nothing                  | {}                                      | 404 | documentation
            """)
    void aMistakeIsAnsweredWithWhatToChange(String method, String path, String body, int status, String words) {
        Answer answer = control(method, path, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorMessage()).contains(words);
    }

    @Test
    void aHostNameThatIsNotThisComputersIsRefused() {
        assertThat(text("GET", "/simulator/phones", "evil.example")).startsWith("HTTP/1.1 403");
        assertThat(text("GET", "/simulator/phones", "localhost.evil.example")).startsWith("HTTP/1.1 403");
        assertThat(text("GET", "/simulator/phones", "127.0.0.1:1")).startsWith("HTTP/1.1 200");
        assertThat(client.send("GET", "/simulator/phones", "", Map.of("Origin", "https://evil.example"))
                        .status())
                .isEqualTo(403);
        assertThat(client.send("GET", "/simulator/phones", "", Map.of("Origin", "http://localhost:3000"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        Answer answer = control("PUT", "phones/+1555", "x".repeat(1024 * 1024 + 1));

        assertThat(answer.status()).isEqualTo(413);
    }

    /** What {@code curl -d} says when it is told nothing else. */
    @Test
    void aLongBodyThatCurlCallsAFormIsReadAsJson() {
        String header = "{'to':'%s','customContext':{'voipHeaders':{'a':'%s&b=%%zz'}}}";
        Answer answer = client.send(
                "POST",
                "/simulator/phones/+15550001111:call",
                json(header.formatted(OUR_NUMBER, "x".repeat(1_000_000))),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));

        assertThat(answer.body().path("error").path("message").asText()).isEmpty();
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void onlyVirtualTimeCanBeMoved() {
        try (CallAutomationSimulator real = CallAutomationSimulator.start()) {
            Answer answer = SignedClient.of(real).send("POST", "/simulator/clock:advance", "{\"millis\":1}", Map.of());

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.errorMessage()).contains("virtual time");
        }
    }

    private Answer control(String method, String path, String body) {
        return client.send(method, "/simulator/" + path, json(body), Map.of());
    }

    /** A raw request, because Java's own client does not let a Host header be chosen. */
    private String text(String method, String path, String host) {
        try (Socket socket = new Socket("127.0.0.1", simulator.uri().getPort())) {
            socket.setSoTimeout((int) Duration.ofSeconds(5).toMillis());
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?i)content-type", "Content-Type");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
