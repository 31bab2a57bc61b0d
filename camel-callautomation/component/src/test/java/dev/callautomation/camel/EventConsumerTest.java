package dev.callautomation.camel;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.AddParticipantFailed;
import dev.callautomation.camel.event.IncomingCall;
import dev.callautomation.camel.event.ParticipantsUpdated;
import dev.callautomation.camel.event.UnknownEvent;

import static org.assertj.core.api.Assertions.assertThat;

class EventConsumerTest extends EventTestSupport {

    private static final String CONNECTION = "00000000-0000-4000-8000-000000000001";

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events").to("mock:all");
                from("callautomation:events?type=Microsoft.Communication.AddParticipantFailed, CreateCallFailed")
                        .to("mock:two");
                from("callautomation:events?type=*Failed").to("mock:failed");
                from("callautomation:events?type=IncomingCall&to=+18005550100&from=8:acs:res_alice")
                        .to("mock:alice");
                from("callautomation:events?callConnectionId=" + CONNECTION).to("mock:call");
                from("callautomation:events?operationContext=context").to("mock:context");
                from("callautomation:events?operationContext=menu *").to("mock:menu");
            }
        };
    }

    private Exchange receive(String endpoint, String body) throws Exception {
        MockEndpoint mock = getMockEndpoint("mock:" + endpoint);
        mock.expectedMessageCount(1);
        assertThat(post(body).statusCode()).isEqualTo(200);
        mock.assertIsSatisfied();
        return mock.getExchanges().get(0);
    }

    @Test
    void anEventIsATypedRecordWithItsIdentityInHeaders() throws Exception {
        Message message = receive("two", sample("AddParticipantFailed")).getMessage();

        AddParticipantFailed event = message.getBody(AddParticipantFailed.class);
        assertThat(event.participant().rawId()).isEqualTo("8:acs:res_user");
        assertThat(event.callConnectionId()).isEqualTo(CONNECTION);
        assertThat(event.resultInformation().subCode()).isEqualTo(10004);
        assertThat(message.getHeaders())
                .containsEntry(CallAutomationConstants.EVENT_TYPE, "AddParticipantFailed")
                .containsEntry(CallAutomationConstants.EVENT_ID, "Sanitized")
                .containsEntry(CallAutomationConstants.EVENT_TIME, OffsetDateTime.parse("2026-01-01T00:00Z"))
                .containsEntry(CallAutomationConstants.CALL_CONNECTION_ID, CONNECTION)
                .containsEntry(CallAutomationConstants.SERVER_CALL_ID, "c2VydmVyQ2FsbElk")
                .containsEntry(CallAutomationConstants.CORRELATION_ID, "00000000-0000-4000-8000-0000000000c0")
                .containsEntry(CallAutomationConstants.OPERATION_CONTEXT, "context")
                .containsEntry(CallAutomationConstants.RESULT_CODE, 487)
                .containsEntry(CallAutomationConstants.RESULT_SUB_CODE, 10004)
                .containsEntry(CallAutomationConstants.RESULT_SUB_CODE_DESCRIPTION, "not accepted or declined in time");
    }

    @Test
    void anEventConvertsToTheJsonOfTheService() throws Exception {
        Exchange exchange = receive("all", sample("AddParticipantFailed"));
        JsonNode data = new ObjectMapper()
                .readTree(sample("AddParticipantFailed"))
                .get(0)
                .get("data");
        Message message = exchange.getMessage();

        assertThat(message.getBody(JsonNode.class)).isEqualTo(data);
        assertThat(message.getBody(String.class)).isEqualTo(data.toString());
        assertThat(message.getBody(InputStream.class).readAllBytes())
                .isEqualTo(data.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(message.getBody(Map.class).get("callConnectionId")).isEqualTo(CONNECTION);
        assertThat(context.resolveLanguage("simple")
                        .createExpression("${body.participant.rawId} ${body.callConnectionId}")
                        .evaluate(exchange, String.class))
                .isEqualTo("8:acs:res_user " + CONNECTION);
        assertThat(context.resolveLanguage("simple")
                        .createExpression("${body.resultInformation.subCode}")
                        .evaluate(exchange, Integer.class))
                .isEqualTo(10004);
    }

    @Test
    void anIncomingCallInEitherSchemaGivesWhatAnsweringNeeds() throws Exception {
        MockEndpoint alice = getMockEndpoint("mock:alice");
        alice.expectedMessageCount(2);
        String data = """
                {"to":{"kind":"phoneNumber","rawId":"4:+18005550100","phoneNumber":{"value":"+18005550100"}},
                 "from":{"kind":"communicationUser","rawId":"8:acs:res_alice","communicationUser":{"id":"8:acs:res_alice"}},
                 "serverCallId":"s1","callerDisplayName":"Alice","incomingCallContext":"secret","correlationId":"x1",
                 "customContext":{"sipHeaders":{"userToUser":"abc","X-MS-Custom-a":"1"},"voipHeaders":{}}}
                """;
        post("[{\"id\":\"1\",\"topic\":\"t\",\"subject\":\"s\",\"data\":" + data
                + ",\"eventType\":\"Microsoft.Communication.IncomingCall\",\"eventTime\":\"2026-01-01T00:00:00Z\"}]");
        send(request()
                .header("Content-Type", "application/cloudevents+json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"2\",\"source\":\"t\",\"data\":" + data
                        + ",\"type\":\"Microsoft.Communication.IncomingCall\",\"specversion\":\"1.0\"}")));
        alice.assertIsSatisfied();

        for (Exchange exchange : alice.getExchanges()) {
            IncomingCall call = exchange.getMessage().getBody(IncomingCall.class);
            assertThat(call.from().rawId()).isEqualTo("8:acs:res_alice");
            assertThat(call.userToUser()).contains("abc");
            assertThat(call.toString()).doesNotContain("secret");
            assertThat(exchange.getMessage().getHeaders())
                    .containsEntry(CallAutomationConstants.INCOMING_CALL_CONTEXT, "secret")
                    .containsEntry(CallAutomationConstants.SERVER_CALL_ID, "s1")
                    .doesNotContainKey(CallAutomationConstants.CALL_CONNECTION_ID);
        }
    }

    @Test
    void callsOfOtherPartiesDoNotMatch() throws Exception {
        getMockEndpoint("mock:alice").expectedMessageCount(0);
        receive("all", sample("IncomingCall"));
        getMockEndpoint("mock:alice").assertIsSatisfied();
    }

    @Test
    void eachMatchingConsumerGetsEachEventOfADelivery() throws Exception {
        String three = "["
                + String.join(
                        ",",
                        List.of(
                                unwrapped(callback("CreateCallFailed", "1", "{\"callConnectionId\":\"c1\"}")),
                                unwrapped(callback(
                                        "CallConnected", "2", "{\"callConnectionId\":\"" + CONNECTION + "\"}")),
                                unwrapped(callback(
                                        "RemoveParticipantFailed", "3", "{\"operationContext\":\"context\"}"))))
                + "]";
        getMockEndpoint("mock:all").expectedMessageCount(3);
        getMockEndpoint("mock:two").expectedMessageCount(1);
        getMockEndpoint("mock:failed").expectedMessageCount(2);
        getMockEndpoint("mock:call").expectedMessageCount(1);
        getMockEndpoint("mock:context").expectedMessageCount(1);
        getMockEndpoint("mock:alice").expectedMessageCount(0);
        assertThat(post(three).statusCode()).isEqualTo(200);
        MockEndpoint.assertIsSatisfied(context);
    }

    @Test
    void anAsteriskMatchesAnyPartOfAnOperationContext() throws Exception {
        getMockEndpoint("mock:menu").expectedMessageCount(2);
        getMockEndpoint("mock:menu")
                .expectedHeaderValuesReceivedInAnyOrder(
                        CallAutomationConstants.OPERATION_CONTEXT, "menu 4:+18005550199", "menu \n(a.b)");
        for (String data : List.of(
                "{}",
                "{\"operationContext\":\"menu\"}",
                "{\"operationContext\":\"menu 4:+18005550199\"}",
                "{\"operationContext\":\"menu \\n(a.b)\"}",
                "{\"operationContext\":\"Menu 1\"}")) {
            assertThat(post(callback("RecognizeCompleted", "id" + data.hashCode(), data))
                            .statusCode())
                    .isEqualTo(200);
        }
        getMockEndpoint("mock:menu").assertIsSatisfied();
    }

    @Test
    void unknownEventTypesAndMembersAreDelivered() throws Exception {
        Exchange exchange = receive("all", callback("PlayPaused", "1", "{\"callConnectionId\":\"c1\",\"news\":[1]}"));
        UnknownEvent event = exchange.getMessage().getBody(UnknownEvent.class);
        assertThat(event.type()).isEqualTo("PlayPaused");
        assertThat(event.json().at("/news/0").intValue()).isEqualTo(1);
        assertThat(exchange.getMessage().getHeader(CallAutomationConstants.CALL_CONNECTION_ID))
                .isEqualTo("c1");
    }

    @Test
    void anEventThatDoesNotLookLikeItsTypeHasWhatCanBeRead() throws Exception {
        Exchange exchange = receive(
                "all", callback("ParticipantsUpdated", "1", "{\"participants\":\"everybody\",\"sequenceNumber\":3}"));
        ParticipantsUpdated event = exchange.getMessage().getBody(ParticipantsUpdated.class);
        assertThat(event.participants()).isEmpty();
        assertThat(event.sequenceNumber()).isEqualTo(3);
        assertThat(event.unreadable()).containsExactly("participants");
        assertThat(event.json().path("participants").textValue()).isEqualTo("everybody");
        assertThat(exchange.getMessage().getHeader(CallAutomationConstants.EVENT_TYPE))
                .isEqualTo("ParticipantsUpdated");
    }

    @Test
    void anIdentifierOfAnUnknownKindIsRead() throws Exception {
        String data = "{\"sequenceNumber\":7,\"participants\":[{\"identifier\":{\"rawId\":\"48:hologram\","
                + "\"kind\":\"hologram\"},\"isMuted\":true}]}";
        ParticipantsUpdated event = receive("all", callback("ParticipantsUpdated", "1", data))
                .getMessage()
                .getBody(ParticipantsUpdated.class);
        assertThat(event.participants().get(0).identifier().rawId()).isEqualTo("48:hologram");
        assertThat(event.participants().get(0).isMuted()).isTrue();
    }

    @Test
    void aDuplicateDeliveryIsAcknowledgedAndProcessedOnce() throws Exception {
        MockEndpoint all = getMockEndpoint("mock:all");
        all.expectedMessageCount(2);
        String connected = callback("CallConnected", "1", "{}");
        assertThat(post(connected).statusCode()).isEqualTo(200);
        assertThat(post(connected).statusCode()).isEqualTo(200);
        post(callback("CallDisconnected", "2", "{}"));
        all.assertIsSatisfied();
        assertThat(all.getExchanges())
                .extracting(exchange -> exchange.getMessage().getHeader(CallAutomationConstants.EVENT_TYPE))
                .containsExactlyInAnyOrder("CallConnected", "CallDisconnected");
    }

    @Test
    void consumersStartAndStopIndependently() throws Exception {
        String call = context.getRoutes().stream()
                .filter(route -> route.getEndpoint().getEndpointUri().contains("callConnectionId"))
                .findFirst()
                .orElseThrow()
                .getRouteId();
        context.getRouteController().stopRoute(call);
        receive("context", sample("AddParticipantFailed").replace(CONNECTION, "another-call"));
        assertThat(post(sample("AddParticipantSucceeded")).statusCode())
                .as("the stopped route wants it")
                .isEqualTo(503);

        MockEndpoint.resetMocks(context);
        context.getRouteController().startRoute(call);
        receive("call", sample("AddParticipantSucceeded"));
    }

    @Test
    void inboundHttpHeadersDoNotBecomeCamelHeaders() throws Exception {
        MockEndpoint all = getMockEndpoint("mock:all");
        all.expectedMessageCount(1);
        send(request()
                .header("Content-Type", "application/json")
                .header(CallAutomationConstants.TARGET, "+19005550100")
                .header("CamelHttpUri", "http://attacker.example.com")
                .POST(HttpRequest.BodyPublishers.ofString(sample("CallConnected"))));
        all.assertIsSatisfied();
        assertThat(all.getExchanges().get(0).getMessage().getHeaders())
                .doesNotContainKeys(CallAutomationConstants.TARGET, "CamelHttpUri");
    }
}
