package dev.callautomation.camel;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.operation.CallAutomationOperation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What becomes of operations when the service refuses, fails or is away. */
class FailureTest extends WireTestSupport {

    private static final String NOT_FOUND = "{\"error\":{\"code\":\"8522\",\"message\":\"Call not found.\"}}";

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:redelivered")
                        .errorHandler(
                                defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(1))
                        .to("callautomation:addParticipant?maxRetries=1&target=" + USER);
                from("direct:twice")
                        .to("callautomation:addParticipant?target=" + USER)
                        .to("callautomation:addParticipant?target=" + USER);
            }
        };
    }

    private Exchange send(String uri) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody("as it was");
            exchange.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
            exchange.getMessage().setHeader(CallAutomationConstants.INCOMING_CALL_CONTEXT, "the-incoming-secret");
            exchange.getMessage().setHeader(CallAutomationConstants.INVITATION_ID, "i1");
        });
    }

    static Stream<String> operations() {
        String target = "?maxRetries=0&target=" + USER;
        return Stream.of(CallAutomationOperation.values())
                .filter(operation -> operation != CallAutomationOperation.events)
                .map(operation -> "callautomation:" + operation + target
                        + (operation == CallAutomationOperation.connectCall ? "&roomId=99" : ""));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationTellsWhyTheServiceRefused(String uri) {
        for (int status : new int[] {400, 401, 403, 404, 409, 412, 429, 500, 503}) {
            answer(status, NOT_FOUND);
            Exchange exchange = send(uri);
            CallAutomationException failure = exchange.getException(CallAutomationException.class);
            assertThat(failure.getStatusCode()).isEqualTo(status);
            assertThat(failure.getErrorCode()).isEqualTo("8522");
            assertThat(failure.getSubCode()).isEqualTo(8522);
            assertThat(failure.getMeaning()).startsWith("not found");
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
    void anErrorThatIsNoJsonStillTellsTheStatus() {
        answer(502, "<html>Bad gateway</html>");
        CallAutomationException failure =
                send("callautomation:hangUp?maxRetries=0").getException(CallAutomationException.class);
        assertThat(failure.getStatusCode()).isEqualTo(502);
        assertThat(failure.getErrorCode()).isNull();
        assertThat(failure.getSubCode()).isNull();
    }

    @Test
    void anAnswerThatIsNoDocumentIsAFailure() {
        answer(200, "nonsense");
        CallAutomationException failure =
                send("callautomation:getCallProperties").getException(CallAutomationException.class);
        assertThat(failure).hasMessageContaining("CallConnectionProperties");
        assertThat(failure.isRetryable()).isFalse();
    }

    private static void failThenAnswer(int status) {
        SERVICE.stubFor(any(anyUrl())
                .inScenario("recovers")
                .whenScenarioStateIs(STARTED)
                .willReturn(aResponse().withStatus(status))
                .willSetStateTo("up"));
        SERVICE.stubFor(any(anyUrl())
                .inScenario("recovers")
                .whenScenarioStateIs("up")
                .willReturn(aResponse().withStatus(202).withBody("{\"invitationId\":\"i1\"}")));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void aPassingFailureIsRepeatedAsTheSameRequest(int status) {
        failThenAnswer(status);
        assertThat(send("callautomation:addParticipant?target=" + USER).getException())
                .isNull();
        List<LoggedRequest> requests = requests();
        assertThat(requests).hasSize(2);
        assertThat(repeatabilityIds(requests)).hasSize(1);
        assertThat(requests.get(0).getHeader("Repeatability-First-Sent"))
                .isEqualTo(requests.get(1).getHeader("Repeatability-First-Sent"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 409, 412})
    void aLastingFailureIsNotRepeated(int status) {
        failThenAnswer(status);
        assertThat(send("callautomation:addParticipant?target=" + USER).getException())
                .isInstanceOf(CallAutomationException.class);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void retriesAreBounded() {
        answer(503, "{}");
        CallAutomationException failure = send("callautomation:addParticipant?maxRetries=2&target=" + USER)
                .getException(CallAutomationException.class);
        assertThat(failure).hasMessageContaining("after 3 attempts");
        assertThat(requests()).hasSize(3);
    }

    @Test
    void retryAfterIsHonoured() {
        SERVICE.stubFor(any(anyUrl())
                .inScenario("throttled")
                .whenScenarioStateIs(STARTED)
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "1"))
                .willSetStateTo("up"));
        SERVICE.stubFor(any(anyUrl())
                .inScenario("throttled")
                .whenScenarioStateIs("up")
                .willReturn(aResponse().withStatus(204)));
        assertThat(send("callautomation:hangUp").getException()).isNull();
        List<LoggedRequest> requests = requests();
        assertThat(requests.get(1).getLoggedDate().getTime()
                        - requests.get(0).getLoggedDate().getTime())
                .isCloseTo(1000, within(500L));
    }

    @Test
    void aWaitLongerThanAllowedIsGivenUpAtOnce() {
        SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3600")));
        assertThat(send("callautomation:hangUp?maxRetryDelay=1000").getException())
                .isInstanceOf(CallAutomationException.class);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aBrokenConnectionIsRepeatedAndThenAFailureThatCanBeRetried() {
        SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        CallAutomationException failure = send("callautomation:addParticipant?maxRetries=1&target=" + USER)
                .getException(CallAutomationException.class);
        assertThat(failure.getStatusCode()).isZero();
        assertThat(failure.isRetryable()).isTrue();
        assertThat(requests()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(repeatabilityIds(requests())).hasSize(1);
    }

    @Test
    void aServiceThatDoesNotAnswerIsGivenUp() {
        SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(5000)));
        Exchange exchange = send("callautomation:hangUp?maxRetries=0&responseTimeout=100");
        assertThat(exchange.getException(CallAutomationException.class)).hasMessageContaining("Timeout");
    }

    @Test
    void aServiceThatIsAwayIsAFailureThatCanBeRetried() {
        CallAutomationException failure =
                send("callautomation:hangUp?maxRetries=1&connectionString=RAW(endpoint=http://localhost:1;accesskey=c2VjcmV0)")
                        .getException(CallAutomationException.class);
        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure).hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void hangingUpACallThatIsGoneAfterAnUnknownOutcomeIsASuccess() {
        failThenGone();
        Exchange exchange = send("callautomation:hangUp");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("as it was");
    }

    private static void failThenGone() {
        SERVICE.stubFor(any(anyUrl())
                .inScenario("gone")
                .whenScenarioStateIs(STARTED)
                .willReturn(aResponse().withStatus(504))
                .willSetStateTo("gone"));
        SERVICE.stubFor(any(anyUrl())
                .inScenario("gone")
                .whenScenarioStateIs("gone")
                .willReturn(aResponse().withStatus(404).withBody(NOT_FOUND)));
    }

    @Test
    void redeliveryByCamelRepeatsTheSameRequest() {
        answer(503, "{}");
        assertThat(send("direct:redelivered").getException()).isInstanceOf(CallAutomationException.class);
        assertThat(requests()).hasSize(6);
        assertThat(repeatabilityIds(requests())).hasSize(1);
    }

    @Test
    void doingTheSameTwiceIsNoRepetition() {
        answer(202, "{\"invitationId\":\"i1\"}");
        assertThat(send("direct:twice").getException()).isNull();
        assertThat(repeatabilityIds(requests())).hasSize(2);
    }

    private static Set<String> repeatabilityIds(List<LoggedRequest> requests) {
        return requests.stream()
                .map(request -> request.getHeader("Repeatability-Request-ID"))
                .collect(Collectors.toSet());
    }

    @Test
    void aRedirectionIsNotFollowedWithSignedHeaders() {
        SERVICE.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(307)
                        .withHeader("Location", "http://localhost:" + SERVICE.getPort() + "/elsewhere")));
        assertThat(send("callautomation:getCallProperties").getException()).isInstanceOf(CallAutomationException.class);
        assertThat(requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"http://other.example.com/next", "https://localhost/next", "next"})
    void aNextPageElsewhereIsNotAskedFor(String link) {
        answer(200, "{\"value\":[],\"nextLink\":\"" + link + "\"}");
        assertThat(send("callautomation:listParticipants").getException()).isInstanceOf(CallAutomationException.class);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void pagesThatLeadInACircleEnd() {
        answer(200, "{\"value\":[],\"nextLink\":\"/calling/callConnections/" + CALL + "/participants\"}");
        assertThat(send("callautomation:listParticipants").getException()).hasMessageContaining("circle");
        assertThat(requests()).hasSize(1);
    }
}
