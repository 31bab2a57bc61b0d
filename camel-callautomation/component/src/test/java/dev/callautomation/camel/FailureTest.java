package dev.callautomation.camel;

import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of operations when the service refuses, fails or is away. */
class FailureTest extends WireTestSupport {

    private static final String NOT_FOUND = "{\"error\":{\"code\":\"8522\",\"message\":\"Call not found.\"}}";

    private Exchange send(String uri) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody("as it was");
            exchange.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
            exchange.getMessage().setHeader(CallAutomationConstants.INCOMING_CALL_CONTEXT, "the-incoming-secret");
            exchange.getMessage().setHeader(CallAutomationConstants.INVITATION_ID, "i1");
            exchange.getMessage().setHeader(CallAutomationConstants.RECORDING_ID, "r1");
            exchange.getMessage().setHeader(CallAutomationConstants.CONTENT_LOCATION, SERVICE.baseUrl() + "/content");
            exchange.getMessage().setHeader(CallAutomationConstants.DELETE_LOCATION, SERVICE.baseUrl() + "/content");
        });
    }

    static Stream<String> operations() {
        String target = "?maxRetries=0&moveFromCall=c2&text=Welcome&maxTones=1&tones=1&locale=en-US&target=" + USER;
        return Stream.of(CallAutomationOperation.values())
                .map(operation -> "callautomation:" + operation + target
                        + (operation == CallAutomationOperation.connectCall ? "&roomId=99" : ""));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationTellsWhyTheServiceRefused(String uri) {
        for (int status : new int[] {400, 401, 403, 404, 409, 412, 429, 500, 503}) {
            answer(status, NOT_FOUND);
            Exchange exchange = send(uri);
            CallAutomationRequestFailedException failure =
                    exchange.getException(CallAutomationRequestFailedException.class);
            assertThat(failure.getStatusCode()).isEqualTo(status);
            assertThat(failure.getErrorCode()).isEqualTo("8522");
            assertThat(failure.getSubCode()).isEqualTo(8522);
            assertThat(failure.getSubCodeDescription()).startsWith("not found");
            assertThat(uri).startsWith("callautomation:" + failure.getOperation());
            assertThat(failure.getRequestId()).isNotBlank();
            assertThat(failure.isRetryable()).isEqualTo(status == 429 || status >= 500);
            assertThat(failure)
                    .hasMessageContaining("HTTP status " + status)
                    .hasMessageContaining("Call not found.")
                    .hasMessageNotContaining("the-incoming-secret");
        }
    }

    @Test
    void aMissingConfigurationIsNotTakenForACallThatHasEnded() {
        answer(405, "{\"error\":{\"code\":\"8522\",\"message\":\"Request not allowed\"}}");

        assertThat(send("callautomation:play?maxRetries=0&text=Welcome")
                        .getException(CallAutomationRequestFailedException.class))
                .hasMessageContaining("cognitiveServicesEndpoint")
                .hasMessageNotContaining("not found")
                .extracting(CallAutomationException::getSubCodeDescription)
                .asString()
                .startsWith("not allowed");
    }

    @Test
    void anErrorThatIsNoJsonStillTellsTheStatus() {
        answer(502, "<html>Bad gateway</html>");
        CallAutomationRequestFailedException failure =
                send("callautomation:hangUp?maxRetries=0").getException(CallAutomationRequestFailedException.class);
        assertThat(failure.getStatusCode()).isEqualTo(502);
        assertThat(failure.getErrorCode()).isNull();
        assertThat(failure.getSubCode()).isNull();
    }

    @Test
    void anAnswerThatIsNoDocumentIsAFailure() {
        answer(200, "nonsense");
        CallAutomationRequestFailedException failure =
                send("callautomation:getCallProperties").getException(CallAutomationRequestFailedException.class);
        assertThat(failure).hasMessageContaining("CallConnectionProperties");
        assertThat(failure.isRetryable()).isFalse();
    }

    @Test
    void aServiceThatDoesNotAnswerIsGivenUp() {
        SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(5000)));
        Exchange exchange = send("callautomation:hangUp?maxRetries=0&responseTimeout=100");
        assertThat(exchange.getException(CallAutomationRequestFailedException.class))
                .hasMessageContaining("Timeout");
    }

    @Test
    void aServiceThatIsAwayIsAFailureThatCanBeRetried() {
        CallAutomationRequestFailedException failure =
                send("callautomation:hangUp?maxRetries=1&connectionString=RAW(endpoint=http://localhost:1;accesskey=c2VjcmV0)")
                        .getException(CallAutomationRequestFailedException.class);
        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure).hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void aRedirectionIsNotFollowedWithSignedHeaders() {
        SERVICE.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(307)
                        .withHeader("Location", "http://localhost:" + SERVICE.getPort() + "/elsewhere")));
        assertThat(send("callautomation:getCallProperties").getException())
                .isInstanceOf(CallAutomationRequestFailedException.class);
        assertThat(requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"http://other.example.com/next", "https://localhost/next", "next"})
    void aNextPageElsewhereIsNotAskedFor(String link) {
        answer(200, "{\"value\":[],\"nextLink\":\"" + link + "\"}");
        assertThat(send("callautomation:listParticipants").getException())
                .isInstanceOf(CallAutomationRequestFailedException.class);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void pagesThatLeadInACircleEnd() {
        answer(200, "{\"value\":[],\"nextLink\":\"/calling/callConnections/" + CALL + "/participants\"}");
        assertThat(send("callautomation:listParticipants").getException()).hasMessageContaining("circle");
        assertThat(requests()).hasSize(1);
    }
}
