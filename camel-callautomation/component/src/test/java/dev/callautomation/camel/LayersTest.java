package dev.callautomation.camel;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.camel.Exchange;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.model.AddParticipantRequest;
import dev.callautomation.camel.model.AddParticipantResponse;
import dev.callautomation.camel.model.CallParticipant;
import dev.callautomation.camel.model.CommunicationIdentifier;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** Options, body and headers of one operation, and what it leaves to the next. */
class LayersTest extends WireTestSupport {

    private static final String ADD = "callautomation:addParticipant?operationContext=option&target=" + USER;

    private JsonNode sent(String uri, Object body, Map<String, Object> headers) throws Exception {
        answer(202, "{\"invitationId\":\"i1\"}");
        Exchange exchange = template.request(uri, message -> {
            message.getMessage().setBody(body);
            message.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
            headers.forEach(message.getMessage()::setHeader);
        });
        assertThat(exchange.getException()).isNull();
        return MAPPER.readTree(onlyRequest().getBody());
    }

    @Test
    void theBodyBeatsTheOptionAndTheHeaderBeatsBoth() throws Exception {
        assertThat(sent(ADD, null, Map.of()).get("operationContext").asText()).isEqualTo("option");
        SERVICE.resetAll();
        assertThat(sent(ADD, Map.of("operationContext", "body"), Map.of())
                        .get("operationContext")
                        .asText())
                .isEqualTo("body");
        SERVICE.resetAll();
        assertThat(sent(
                                ADD,
                                "{\"operationContext\":\"body\"}",
                                Map.of(CallAutomationConstants.OPERATION_CONTEXT, "header"))
                        .get("operationContext")
                        .asText())
                .isEqualTo("header");
    }

    @Test
    void aTypedRequestAJsonTreeBytesAndAStreamAreBodies() throws Exception {
        String json = "{\"invitationTimeoutInSeconds\":42}";
        List<Object> bodies = List.of(
                new AddParticipantRequest(null, null, null, 42, null, null, null),
                MAPPER.readTree(json),
                json.getBytes(StandardCharsets.UTF_8),
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                "  " + json);
        for (Object body : bodies) {
            JsonNode sent = sent(ADD, body, Map.of());
            assertThat(sent.get("invitationTimeoutInSeconds").asInt()).isEqualTo(42);
            assertThat(sent.at("/participantToAdd/rawId").asText()).isEqualTo(USER);
            SERVICE.resetAll();
        }
    }

    @Test
    void aBodyThatIsNoRequestIsNoInput() throws Exception {
        for (Object body : List.of("thank you", new StringBuilder("x"), List.of(1), new byte[0])) {
            assertThat(sent(ADD, body, Map.of()).get("operationContext").asText())
                    .isEqualTo("option");
            SERVICE.resetAll();
        }
    }

    @Test
    void customContextOfOptionsBodyAndHeadersComesTogether() throws Exception {
        ObjectNode body = (ObjectNode)
                MAPPER.readTree("{\"customCallingContext\":{\"voipHeaders\":{\"b\":\"body\",\"c\":\"body\"}}}");
        ObjectNode before = body.deepCopy();
        JsonNode sent = sent(
                ADD + "&voipHeader.a=option&voipHeader.b=option&userToUser=uui",
                body,
                Map.of(CallAutomationConstants.VOIP_HEADERS, Map.of("c", "header")));
        assertThat(sent.get("customCallingContext"))
                .isEqualTo(MAPPER.readTree("{\"voipHeaders\":{\"a\":\"option\",\"b\":\"body\",\"c\":\"header\"},"
                        + "\"sipHeaders\":{\"User-To-User\":\"uui\"}}"));
        assertThat(body).isEqualTo(before);
    }

    @Test
    void anIdentifierOfAnEventCanBeTheTarget() throws Exception {
        JsonNode sent = sent(
                "callautomation:addParticipant?sourceCallerIdNumber=" + CALLER_ID,
                null,
                Map.of(CallAutomationConstants.TARGET, CommunicationIdentifier.of(PHONE)));
        assertThat(sent.at("/participantToAdd/phoneNumber/value").asText()).isEqualTo(PHONE);
    }

    @Test
    void aHeaderThatMarshallingLeftAsAStreamIsText() throws Exception {
        byte[] marshalled = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);
        for (Object header : List.of(marshalled, new InputStreamCache(marshalled))) {
            JsonNode sent = sent(ADD, null, Map.of(CallAutomationConstants.OPERATION_CONTEXT, header));
            assertThat(sent.get("operationContext").asText()).isEqualTo("{\"id\":1}");
            SERVICE.resetAll();
        }
    }

    @Test
    void aDocumentBecomesTheBodyAndOtherHeadersStay() {
        answer(
                202,
                "{\"invitationId\":\"i1\",\"operationContext\":\"option\",\"news\":{},"
                        + "\"participant\":{\"identifier\":{\"rawId\":\"" + USER + "\"}}}");
        Exchange exchange = template.request(ADD, message -> {
            message.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
            message.getMessage().setHeader("ticket", 4711);
        });
        AddParticipantResponse result = exchange.getMessage().getBody(AddParticipantResponse.class);
        assertThat(result.participant().identifier()).isEqualTo(CommunicationIdentifier.of(USER));
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("ticket", 4711)
                .containsEntry(CallAutomationConstants.INVITATION_ID, "i1")
                .containsEntry(CallAutomationConstants.OPERATION_CONTEXT, "option");
    }

    @Test
    void anOperationWithoutADocumentLeavesTheBodyAsItWas() {
        answer(204, "");
        for (String uri : List.of("rejectCall?incomingCallContext=c", "hangUp", "hangUp?forEveryone=true")) {
            Exchange exchange = template.request("callautomation:" + uri, message -> {
                message.getMessage().setBody("as it was");
                message.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
            });
            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getBody()).isEqualTo("as it was");
        }
    }

    @Test
    void allPagesOfParticipantsAreRead() {
        String path = "/calling/callConnections/" + CALL + "/participants";
        SERVICE.stubFor(get(urlPathEqualTo(path))
                .willReturn(okJson("{\"value\":[{\"identifier\":{\"rawId\":\"" + USER
                        + "\"},\"isMuted\":true}],\"nextLink\":\"" + path + "/page?skip=1&api-version=2026-03-12\"}")));
        SERVICE.stubFor(get(urlEqualTo(path + "/page?skip=1&api-version=2026-03-12"))
                .willReturn(okJson(
                        "{\"value\":[{\"identifier\":{\"rawId\":\"4:+18005550199\"}}],\"nextLink\":\"http://localhost:"
                                + SERVICE.getPort() + path + "/last\"}")));
        SERVICE.stubFor(get(urlPathEqualTo(path + "/last"))
                .willReturn(okJson("{\"value\":[{\"identifier\":{\"rawId\":\"8:orgid:x\"}}]}")));

        List<?> participants = template.requestBodyAndHeader(
                "callautomation:listParticipants", null, CallAutomationConstants.CALL_CONNECTION_ID, CALL, List.class);
        assertThat(participants)
                .extracting(participant ->
                        ((CallParticipant) participant).identifier().rawId())
                .containsExactly(USER, "4:+18005550199", "8:orgid:x");
    }

    @Test
    void theCallbackUriOfTheComponentGetsTheCallbackPathAndAnEndpointCanHaveItsOwn() throws Exception {
        assertThat(sent("callautomation:createCall?target=" + USER, null, Map.of())
                        .get("callbackUri")
                        .asText())
                .isEqualTo("https://contact.example.com/callautomation/events");
        SERVICE.resetAll();
        assertThat(sent(
                                "callautomation:createCall?callbackUri=https://b.example.com/in?key=1&target=" + USER,
                                null,
                                Map.of())
                        .get("callbackUri")
                        .asText())
                .isEqualTo("https://b.example.com/in?key=1");
    }
}
