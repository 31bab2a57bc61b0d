package dev.callautomation.camel;

import java.net.http.HttpRequest;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.callautomation.camel.event.IncomingCall;
import dev.callautomation.camel.event.RecordingFileStatusUpdated;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/** Events with members that cannot be read are routed with what can be read. */
class OddEventTest extends ServedEventTestSupport {

    @RegisterExtension
    final CapturedLog log = new CapturedLog();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=IncomingCall")
                        .to("callautomation:answerCall")
                        .to("mock:answered");
                from("callautomation:events").to("mock:all");
                from("callautomation:events?type=IncomingCall&to=+18005550111").to("mock:ours");
            }
        };
    }

    private static String incoming(String id, String data) {
        return ("[{'id':'%s','topic':'/t','subject':'s','eventType':'Microsoft.Communication.IncomingCall',"
                        + "'eventTime':'2026-01-01T00:00:00Z','dataVersion':'1.0','data':%s}]")
                .formatted(id, data)
                .replace('\'', '"');
    }

    private void deliver(String event) throws Exception {
        assertThat(send(unsigned("?code=" + SECRET)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(event)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aCallWithoutACallerIsAnswered() throws Exception {
        SERVICE.stubFor(WireMock.post(anyUrl()).willReturn(okJson("{\"callConnectionId\":\"c1\"}")));
        MockEndpoint answered = getMockEndpoint("mock:answered");
        answered.expectedMessageCount(2);
        MockEndpoint all = getMockEndpoint("mock:all");
        all.expectedMessageCount(2);
        deliver(incoming(
                "1",
                "{'from':{},'to':{'rawId':'4:+18005550100'},'incomingCallContext':'secret-1','correlationId':'k1',"
                        + "'customContext':{'voipHeaders':{'x':['y']}}}"));
        deliver(incoming("2", "{'from':[],'to':7,'incomingCallContext':'secret-2','customContext':'none'}"));
        MockEndpoint.assertIsSatisfied(context);
        assertThat(SERVICE.findAll(
                        WireMock.postRequestedFor(WireMock.urlPathEqualTo("/calling/callConnections:answer"))))
                .extracting(request -> new ObjectMapper()
                        .readTree(request.getBody())
                        .path("incomingCallContext")
                        .textValue())
                .containsExactlyInAnyOrder("secret-1", "secret-2");
        assertThat(received(all, "1").getBody(IncomingCall.class).unreadable()).contains("from");
        assertThat(log.messages().stream()
                        .filter(message -> message.startsWith("Members of IncomingCall"))
                        .toList())
                .as("one warning for each type, without what was sent")
                .hasSize(1)
                .allMatch(message -> message.contains("from") && !message.contains("secret"));
    }

    @Test
    void theCalledPartyIsFoundInEachForm() throws Exception {
        SERVICE.stubFor(WireMock.post(anyUrl()).willReturn(okJson("{\"callConnectionId\":\"c1\"}")));
        MockEndpoint ours = getMockEndpoint("mock:ours");
        List<String> forms = List.of(
                "'4:+18005550111'",
                "'+18005550111'",
                "{'rawId':'4:+18005550111','kind':7}",
                "{'phoneNumber':{'value':'+18005550111'}}",
                "{'rawId':'4:+18005550111','phoneNumber':[],'communicationUser':{'id':'8:acs:r_u'}}");
        ours.expectedMessageCount(forms.size());
        for (String to : forms) {
            deliver(incoming(to.replace('\'', ' '), "{'to':" + to + ",'from':null}"));
        }
        deliver(incoming("another", "{'to':{'rawId':['4:+18005550111']}}"));
        ours.assertIsSatisfied();
    }

    @Test
    void theLocationsOfARecordingAreSetWhateverElseItSays() throws Exception {
        MockEndpoint all = getMockEndpoint("mock:all");
        all.expectedMessageCount(2);
        String data = "{'recordingId':5,'recordingStartTime':'2026-01-01T00:00:00','recordingDurationMs':'long',"
                + "'recordingStorageInfo':{'recordingChunks':[%s{'index':{},'contentLocation':'https://a/1',"
                + "'deleteLocation':[],'metadataLocation':'https://a/2'}]}}";
        for (String chunks : List.of("", "'odd',")) {
            deliver(incoming("3" + chunks.length(), data.formatted(chunks))
                    .replace("IncomingCall", "RecordingFileStatusUpdated"));
        }
        MockEndpoint.assertIsSatisfied(context);
        Message readable = received(all, "30");
        assertThat(readable.getHeaders())
                .containsEntry(CallAutomationConstants.RECORDING_ID, "5")
                .containsEntry(CallAutomationConstants.CONTENT_LOCATION, "https://a/1")
                .containsEntry(CallAutomationConstants.METADATA_LOCATION, "https://a/2")
                .doesNotContainKey(CallAutomationConstants.DELETE_LOCATION);
        assertThat(readable.getBody(RecordingFileStatusUpdated.class).recordingStartTime())
                .isNotNull();
        // of two files the route has to select one, even if only one can be read
        assertThat(received(all, "36").getHeaders()).doesNotContainKey(CallAutomationConstants.CONTENT_LOCATION);
    }

    /** Events of different deliveries arrive in any order. */
    private static Message received(MockEndpoint endpoint, String eventId) {
        return endpoint.getExchanges().stream()
                .map(Exchange::getMessage)
                .filter(message -> eventId.equals(message.getHeader(CallAutomationConstants.EVENT_ID)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void partOfTheTonesIsNoResult() throws Exception {
        MockEndpoint all = getMockEndpoint("mock:all");
        all.expectedMessageCount(1);
        assertThat(post(callback(
                                "RecognizeCompleted",
                                "9",
                                "{\"recognitionType\":\"dtmf\",\"dtmfResult\":{\"tones\":[\"one\",\"flash\"]}}"))
                        .statusCode())
                .isEqualTo(200);
        all.assertIsSatisfied();
        assertThat(all.getExchanges().get(0).getMessage().getHeaders())
                .doesNotContainKey(CallAutomationConstants.RECOGNITION_RESULT);
    }
}
