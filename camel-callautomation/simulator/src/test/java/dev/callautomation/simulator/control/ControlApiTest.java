package dev.callautomation.simulator.control;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void subscriptionsAreShownAndEnded() {
        JsonNode made = control(
                        "POST",
                        "eventgrid/subscriptions",
                        "{'endpoint':'%s?code=secret','types':['IncomingCall']}".formatted(app.url("/grid")))
                .body();
        String path = "eventgrid/subscriptions/" + made.path("id").asText();

        assertThat(made.path("state").asText()).isEqualTo("active");
        assertThat(made.path("endpoint").asText()).isEqualTo(app.url("/grid"));
        assertThat(made.path("types")).extracting(JsonNode::asText).containsExactly("IncomingCall");
        assertThat(made.toString()).doesNotContain("secret");
        assertThat(control("GET", path, "").body()).isEqualTo(made);
        assertThat(control("GET", "eventgrid/subscriptions", "").body()).containsExactly(made);

        assertThat(control("DELETE", path, "").status()).isEqualTo(204);
        assertThat(control("GET", "eventgrid/subscriptions", "").body()).isEmpty();
        assertThat(control("DELETE", path, "").status()).isEqualTo(404);
        assertThat(control("GET", path, "").errorMessage()).contains("There is no subscription");
    }

    @Test
    void aSubscriptionMayWaitForItsApplication() {
        app.answering(r -> 503);

        Answer waiting = control(
                "POST", "eventgrid/subscriptions", "{'endpoint':'%s','retry':true}".formatted(app.url("/grid")));

        assertThat(waiting.status()).isEqualTo(202);
        assertThat(waiting.text("state")).isEqualTo("pending");
        assertThat(waiting.text("reason")).contains("503");
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
            PUT  | phones/+1555             | {'behaviour'                            | 400 | not JSON
            PUT  | phones/%20               | {'behaviour':'busy'}                    | 400 | E.164
            POST | phones/+1555:call        | {}                                      | 400 | to
            POST | phones/+1555:call        | {'to':'+15','roomId':'1'}                | 400 | one of
            POST | phones/+1555:call        | {'to':'+1555'}                          | 400 | cannot call itself
            POST | phones/+1555:answer      | {}                                      | 409 | is not ringing
            POST | phones/+1555:decline     | {}                                      | 409 | is not ringing
            POST | phones/+1555:hangUp      | {}                                      | 409 | neither in a call nor ringing
            GET  | calls/nothing            | ""                                      | 404 | no call
            GET  | calls/nothing/timeline   | ""                                      | 404 | no call
            POST | eventgrid/subscriptions  | {}                                      | 400 | endpoint
            POST | eventgrid/subscriptions  | {'endpoint':'http://x y'}               | 400 | endpoint
            POST | eventgrid/subscriptions  | {'endpoint':'http://x/','schema':'XML'} | 400 | schema must be
            POST | eventgrid/subscriptions  | {'endpoint':'http://x/','retry':1}      | 400 | retry must be
            POST | eventgrid/subscriptions  | {'endpoint':'http://x/','types':['IncomingCal']} | 400 | Did you mean IncomingCall?
            POST | eventgrid/subscriptions  | {'endpoint':'http://x/','types':['Microsoft.Communication.RecordingFileStatus']} | 400 | Did you mean RecordingFileStatusUpdated?
            POST | eventgrid/subscriptions  | {'endpoint':'http://x/','types':['participant']} | 400 | Did you mean CallParticipantAdded or CallParticipantRemoved?
            POST | eventgrid/subscriptions  | {'endpoint':'http://x/','types':['CallConnected']} | 400 | is no event of Event Grid
            POST | eventgrid/subscriptions  | {'endpoint':'http://x/','types':'IncomingCall'} | 400 | types must be a list
            POST | eventgrid/subscriptions  | {'endpoint':'http://x/','endpoint':'http://y/'} | 400 | a member twice: Duplicate field 'endpoint'
            POST | phones/+1555:call        | {'to':'+1556'} {}                       | 400 | not JSON
            POST | clock:advance            | {}                                      | 400 | millis is required
            POST | clock:advance            | {'millis':-1}                           | 400 | time does not go back
            POST | clock:advance            | {'millis':1.5}                          | 400 | a whole number
            POST | clock:advance            | {'millis':'soon'}                       | 400 | millis
            POST | clock:advance            | {'millis':9223372036854775807}          | 400 | at most 3650 days
            POST | clock:advance            | {'millis':99999999999999999999}         | 400 | at most 3650 days
            PUT  | phones/+1555             | {'behavior':'busy'}                     | 400 | Did you mean behaviour?
            POST | phones/+1555:say         | {'text':'a','tempo':2}                  | 400 | only text, confidence
            POST | nothing                  | {}                                      | 404 | GET /simulator/ lists all actions
            POST | phones/+1555:hangup      | {}                                      | 404 | Did you mean POST /simulator/phones/+1555:hangUp?
            POST | phones/%2B1555:anwser    | {}                                      | 404 | Did you mean POST /simulator/phones/%2B1555:answer?
            POST | phones/8:acs:a_b:Decline | {}                                      | 404 | Did you mean POST /simulator/phones/8:acs:a_b:decline?
            POST | phones/+1555:reject      | {}                                      | 404 | POST /simulator/phones/{phone}:decline
            POST | phones/+1555             | {}                                      | 405 | takes GET, HEAD, PUT, OPTIONS, not POST
            GET  | phone                    | ""                                      | 404 | Did you mean GET /simulator/phones?
            GET  | phone/+1555              | ""                                      | 404 | Did you mean GET /simulator/phones/+1555?
            GET  | Calls                    | ""                                      | 404 | Did you mean GET /simulator/calls?
            GET  | subscriptions            | ""                                      | 404 | Did you mean GET /simulator/eventgrid/subscriptions
            POST | clock:advence            | {}                                      | 404 | Did you mean POST /simulator/clock:advance?
            GET  | phones/+1555:answer      | ""                                      | 405 | takes POST
            GET  | reset                    | ""                                      | 405 | takes POST
            DELETE | calls                  | ""                                      | 405 | takes GET
            PATCH | faults                  | []                                      | 405 | takes GET, HEAD, PUT
            POST | events                   | {}                                      | 405 | takes GET, HEAD, OPTIONS, not POST
            """)
    void aMistakeIsAnsweredWithWhatToChange(String method, String path, String body, int status, String words) {
        Answer answer = control(method, path, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorMessage()).contains(words);
    }

    @Test
    void aWrongMethodIsAnsweredWithTheOnesThatThePathTakes() {
        assertThat(control("DELETE", "phones", "").header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(control("PUT", "eventgrid/subscriptions", "").header("Allow"))
                .isEqualTo("GET, HEAD, POST, OPTIONS");
        assertThat(client.exchange("OPTIONS", "/simulator/reset", "", Map.of())).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.headers().firstValue("Allow")).contains("POST, OPTIONS");
        });
        assertThat(client.exchange("HEAD", "/simulator/phones", "", Map.of())).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
        });
        assertThat(control("GET", "phones/", "").status()).isEqualTo(200);
    }

    @Test
    void eventsOfTheServiceThatAreNotSimulatedMayBeSubscribed() {
        assertThat(control(
                                "POST",
                                "eventgrid/subscriptions",
                                "{'endpoint':'%s','types':['Microsoft.Communication.SMSReceived','CallEnded']}"
                                        .formatted(app.url("/grid")))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, true", "false, false", "False, false"})
    void bodiesAreShownOnDemand(String wanted, boolean shown) {
        String call = ring();

        JsonNode entries = control("GET", "calls/" + call + "/timeline?bodies=" + wanted, "")
                .body();
        assertThat(entries.toString().contains("\"content\":")).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "x", ""})
    void whetherBodiesAreShownIsTrueOrFalse(String wanted) {
        Answer answer = control("GET", "calls/" + ring() + "/timeline?bodies=" + wanted, "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorMessage()).isEqualTo("bodies must be true or false.");
    }

    @Test
    void cachesKeepAnswersOfOneAddressApart() {
        for (String path : List.of("/", "/simulator", "/simulator/")) {
            assertThat(client.send("GET", path, "", Map.of()).headers().allValues("Vary"))
                    .as(path)
                    .contains("Accept", "Origin");
        }
        assertThat(control("GET", "phones", "").headers().allValues("Vary")).containsExactly("Origin");
    }

    @Test
    void aPhoneIsShownWhetherOrNotItWasSet() {
        JsonNode phone = control("GET", "phones/+15550002222", "").body();
        assertThat(phone.path("id").asText()).isEqualTo("4:+15550002222");
        assertThat(phone.path("behaviour").asText()).isEqualTo("answer");
        assertThat(phone.path("ringMillis").asInt()).isEqualTo(200);

        JsonNode set =
                control("PUT", "phones/+15550002222", "{'behaviour':'busy'}").body();
        assertThat(set.path("behaviour").asText()).isEqualTo("busy");
        assertThat(control("GET", "phones/4:%2B15550002222", "").body()).isEqualTo(set);
        assertThat(control("GET", "phones/+x", "").status()).isEqualTo(400);
    }

    @Test
    void theListOfCallsHasNoContexts() {
        String call = ring();

        assertThat(control("GET", "calls", "").body().get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "callId", "state", "startedAt", "correlationId", "participants", "ringing", "callConnections");
        assertThat(control("GET", "calls/" + call, "").text("incomingCallContext"))
                .isNotBlank();
    }

    @ParameterizedTest(name = "{0} for {1} is the page: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            /           |                                                               | false
            /           | application/json                                              | false
            /           | */*                                                           | false
            /           | application/json, text/html                                   | false
            /           | text/html                                                     | true
            /           | text/html;q=0                                                 | false
            /simulator  | text/html                                                     | true
            /           | text/html;q=0.5, application/json                             | false
            /           | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | true
            /simulator/ | application/json                                              | false
            /simulator  |                                                               | false
            """)
    void aClientOfJsonHasTheIndexAndABrowserThePage(String path, String accept, boolean page) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(simulator.uri().resolve(path));
        if (accept != null) {
            request.header("Accept", accept);
        }
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(page ? 302 : 200);
        if (page) {
            assertThat(answer.headers().firstValue("Location")).contains("/simulator/");
        } else {
            assertThat(answer.body()).contains("\"phones\":\"/simulator/phones\"", "/simulator/phones/{phone}:hangUp");
        }
    }

    @Test
    void aHostNameThatIsNotThisComputersIsRefused() {
        assertThat(text("GET", "/simulator/phones", "evil.example")).startsWith("HTTP/1.1 403");
        assertThat(text("GET", "/simulator/phones", "localhost.evil.example")).startsWith("HTTP/1.1 403");
        assertThat(text("GET", "/simulator/phones", "127.0.0.1:1")).startsWith("HTTP/1.1 200");
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
            socket.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
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
