package dev.callautomation.camel;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.model.CreateCallRequest;
import dev.callautomation.camel.model.MoveParticipantsRequest;
import dev.callautomation.camel.model.MuteParticipantsRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** What message bodies can be, and what becomes of those that are wrong. */
class BodyTest extends WireTestSupport {

    private static final String ADD = "callautomation:addParticipant?callConnectionId=c1&target=" + USER;

    private Exchange send(String uri, Object body) {
        answer(202, "{}");
        return template.request(uri, exchange -> exchange.getMessage().setBody(body));
    }

    private JsonNode sent(String uri, Object body) throws Exception {
        assertThat(send(uri, body).getException()).isNull();
        return MAPPER.readTree(onlyRequest().getBody());
    }

    @Test
    void readersAndBuffersAreRead() throws Exception {
        String json = "{\"operationContext\":\"body\"}";
        for (Object body : List.of(
                new StringReader(json), ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)), Buffer.buffer(json))) {
            assertThat(sent(ADD, body).get("operationContext").asText()).isEqualTo("body");
            SERVICE.resetAll();
        }
    }

    @Test
    void otherJsonIsNoRequestWhenRequestsAreNotReadFromBodies() throws Exception {
        for (Object body : List.of("{\"operationContext\":\"body\", \"other\": 1}", Map.of("other", 1), "{broken")) {
            Exchange exchange = send(ADD + "&requestFromBody=false&operationContext=option", body);
            assertThat(exchange.getException()).isNull();
            assertThat(MAPPER.readTree(onlyRequest().getBody())
                            .get("operationContext")
                            .asText())
                    .isEqualTo("option");
            SERVICE.resetAll();
        }
    }

    @Test
    void aTypedRequestWithoutTargetsLeavesThemToTheOption() throws Exception {
        CreateCallRequest request =
                new CreateCallRequest(null, null, "Contoso", null, null, null, null, null, null, null);
        JsonNode sent = sent("callautomation:createCall?target=" + USER, request);
        assertThat(sent.at("/targets/0/rawId").asText()).isEqualTo(USER);
        assertThat(sent.get("sourceDisplayName").asText()).isEqualTo("Contoso");
    }

    @Test
    void requestsWithoutPartiesLeaveThemToTheOptionToo() throws Exception {
        Map<String, Object> requests = Map.of(
                "muteParticipant?", new MuteParticipantsRequest(null, null),
                "moveParticipants?moveFromCall=c2&", new MoveParticipantsRequest(null, null, null, null));
        for (Map.Entry<String, Object> request : requests.entrySet()) {
            JsonNode sent = sent(
                    "callautomation:" + request.getKey() + "callConnectionId=c1&target=" + USER, request.getValue());
            assertThat(sent.at("/targetParticipants/0/rawId").asText()).isEqualTo(USER);
            SERVICE.resetAll();
        }
    }

    @Test
    void aTargetThatIsNullIsSaid() {
        assertThat(send("callautomation:createCall", "{\"targets\":[null]}").getException())
                .hasMessage("callautomation:createCall: one of the targets is null");
        assertThat(requests()).isEmpty();
    }

    @Test
    void aHeaderOfTheCallThatIsNullIsAsGoodAsAbsent() throws Exception {
        Map<String, Object> headers = new HashMap<>(Map.of("ticket", "4711"));
        headers.put("agent", null);
        JsonNode sent = sent(ADD, Map.of("customCallingContext", Map.of("voipHeaders", headers)));
        assertThat(sent.get("customCallingContext")).hasToString("{\"voipHeaders\":{\"ticket\":\"4711\"}}");
    }

    @Test
    void brokenJsonReachesNoStackTraceForItMayHoldASecret() {
        Exchange exchange = send("callautomation:answerCall", "{\"incomingCallContext\": topsecret}");
        StringWriter trace = new StringWriter();
        exchange.getException().printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("line 1, column").doesNotContain("topsecret");
        assertThat(requests()).isEmpty();
    }
}
