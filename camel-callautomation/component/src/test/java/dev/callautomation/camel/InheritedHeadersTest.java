package dev.callautomation.camel;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.internal.support.InheritedHeaders;
import dev.callautomation.camel.model.CallConnectionProperties;
import dev.callautomation.camel.model.CallConnectionState;

import static org.assertj.core.api.Assertions.assertThat;

/** What an event left on the message, as input of the operations that follow. */
class InheritedHeadersTest extends WireTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // stands for an event that started the route
                from("direct:event")
                        .process(exchange -> InheritedHeaders.set(
                                exchange,
                                Map.of(
                                        CallAutomationConstants.CALL_CONNECTION_ID, "event-call",
                                        CallAutomationConstants.SERVER_CALL_ID, "event-server-call",
                                        CallAutomationConstants.OPERATION_CONTEXT, "event-context")))
                        .toD("${exchangeProperty.uri}");
            }
        };
    }

    private Exchange afterEvent(String uri) {
        answer(202, "{\"callConnectionId\":\"new-call\",\"callConnectionState\":\"connecting\"}");
        return template.request("direct:event", exchange -> exchange.setProperty("uri", uri));
    }

    @Test
    void whatAnEventLeftServesTheNextOperation() throws Exception {
        afterEvent("callautomation:addParticipant?target=" + USER);
        assertThat(onlyRequest().getUrl()).startsWith("/calling/callConnections/event-call/");
        assertThat(MAPPER.readTree(onlyRequest().getBody())
                        .get("operationContext")
                        .asText())
                .isEqualTo("event-context");
    }

    @Test
    void whatAnEventLeftDoesNotBeatAnOption() throws Exception {
        afterEvent("callautomation:addParticipant?operationContext=agent&callConnectionId=other-call&target=" + USER);
        assertThat(onlyRequest().getUrl()).startsWith("/calling/callConnections/other-call/");
        assertThat(MAPPER.readTree(onlyRequest().getBody())
                        .get("operationContext")
                        .asText())
                .isEqualTo("agent");
    }

    @Test
    void aRoomIsConnectedToInsteadOfTheCallOfTheEvent() throws Exception {
        afterEvent("callautomation:connectCall?roomId=99");
        assertThat(MAPPER.readTree(onlyRequest().getBody()).get("callLocator"))
                .isEqualTo(MAPPER.readTree("{\"kind\":\"roomCallLocator\",\"roomId\":\"99\"}"));
    }

    @Test
    void theCallOfTheEventIsConnectedToWithoutConfiguration() throws Exception {
        afterEvent("callautomation:connectCall");
        assertThat(MAPPER.readTree(onlyRequest().getBody()).get("callLocator"))
                .isEqualTo(MAPPER.readTree("{\"kind\":\"serverCallLocator\",\"serverCallId\":\"event-server-call\"}"));
    }

    private JsonNode recorded(String options) throws Exception {
        afterEvent("callautomation:startRecording" + options);
        ObjectNode sent = (ObjectNode) MAPPER.readTree(onlyRequest().getBody());
        return sent.without("recordingStateCallbackUri");
    }

    @Test
    void theCallOfTheEventIsRecordedByItsServerCallIdBecauseThatIsAnsweredWhenItRuns() throws Exception {
        assertThat(recorded(""))
                .isEqualTo(MAPPER.readTree(
                        "{\"callLocator\":{\"kind\":\"serverCallLocator\",\"serverCallId\":\"event-server-call\"}}"));
    }

    @Test
    void aCallConnectionOfAnOptionIsRecordedInsteadOfTheCallOfTheEvent() throws Exception {
        assertThat(recorded("?callConnectionId=other-call"))
                .isEqualTo(MAPPER.readTree("{\"callConnectionId\":\"other-call\"}"));
    }

    @Test
    void aRoomIsRecordedInsteadOfTheCallOfTheEvent() throws Exception {
        assertThat(recorded("?roomId=99"))
                .isEqualTo(MAPPER.readTree("{\"callLocator\":{\"kind\":\"roomCallLocator\",\"roomId\":\"99\"}}"));
    }

    @Test
    void eventsOfARecordingGoWhereTheOtherEventsGo() throws Exception {
        afterEvent("callautomation:startRecording");
        assertThat(MAPPER.readTree(onlyRequest().getBody())
                        .get("recordingStateCallbackUri")
                        .asText())
                .isEqualTo(CALLBACK + "/callautomation/events");
        SERVICE.resetAll();
        afterEvent("callautomation:startRecording?recordingStateCallbackUri=https://other.example.com/in");
        assertThat(MAPPER.readTree(onlyRequest().getBody())
                        .get("recordingStateCallbackUri")
                        .asText())
                .isEqualTo("https://other.example.com/in");
    }

    @Test
    void aNewCallTakesThePlaceOfTheEventsInTheHeaders() {
        Exchange exchange = afterEvent("callautomation:createCall?target=" + USER);
        assertThat(exchange.getMessage().getHeader(CallAutomationConstants.CALL_CONNECTION_ID))
                .isEqualTo("new-call");
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(CallAutomationConstants.SERVER_CALL_ID);
        assertThat(exchange.getMessage().getBody(CallConnectionProperties.class).callConnectionState())
                .isEqualTo(CallConnectionState.CONNECTING);
    }
}
