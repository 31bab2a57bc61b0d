package dev.callautomation.camel;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

/** When and how requests are sent again. */
class RetryTest extends WireTestSupport {

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
                from("direct:hangUpRedelivered")
                        .errorHandler(
                                defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(1))
                        .to("callautomation:hangUp?maxRetries=0");
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
                .isInstanceOf(CallAutomationRequestFailedException.class);
        assertThat(requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "play?text=Welcome",
                "recognize?maxTones=1",
                "cancelAllMediaOperations",
                "startContinuousDtmfRecognition",
                "stopContinuousDtmfRecognition",
                "hold",
                "unhold",
                "startTranscription",
                "updateTranscription?locale=fr-FR",
                "stopTranscription",
                "startMediaStreaming",
                "stopMediaStreaming"
            })
    void whatTheServiceWouldDoTwiceIsNotRepeatedAfterAnUnknownOutcome(String operation) {
        failThenAnswer(503);
        String uri = "callautomation:" + operation + (operation.contains("?") ? "&" : "?") + "target=" + USER;
        assertThat(send(uri).getException()).isInstanceOf(CallAutomationRequestFailedException.class);
        assertThat(requests()).hasSize(1);
        assertThat(onlyRequest().containsHeader("Repeatability-Request-ID")).isFalse();
    }

    @Test
    void aPromptWhoseConnectionBrokeIsNotRepeated() {
        SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(send("callautomation:play?text=Welcome").getException())
                .isInstanceOf(CallAutomationRequestFailedException.class);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aPromptThatWasThrottledIsRepeatedForItWasNotPlayed() {
        failThenAnswer(429);
        assertThat(send("callautomation:play?text=Welcome").getException()).isNull();
        assertThat(requests()).hasSize(2);
    }

    @Test
    void tonesAreSentAgainAsTheSameRequest() {
        failThenAnswer(503);
        assertThat(send("callautomation:sendDtmfTones?tones=1&target=" + USER).getException())
                .isNull();
        assertThat(repeatabilityIds(requests())).hasSize(1).doesNotContainNull();
    }

    @Test
    void retriesAreBounded() {
        answer(503, "{}");
        CallAutomationRequestFailedException failure = send("callautomation:addParticipant?maxRetries=2&target=" + USER)
                .getException(CallAutomationRequestFailedException.class);
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
                // no upper limit, as the machine may be busy; the dates of requests are rounded
                .isGreaterThanOrEqualTo(990);
    }

    @Test
    void aWaitLongerThanAllowedIsGivenUpAtOnce() {
        SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3600")));
        assertThat(send("callautomation:hangUp?maxRetryDelay=1000").getException())
                .isInstanceOf(CallAutomationRequestFailedException.class);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aBrokenConnectionIsRepeatedAndThenAFailureThatCanBeRetried() {
        SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        CallAutomationRequestFailedException failure = send("callautomation:addParticipant?maxRetries=1&target=" + USER)
                .getException(CallAutomationRequestFailedException.class);
        assertThat(failure.getStatusCode()).isZero();
        assertThat(failure.isRetryable()).isTrue();
        assertThat(requests()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(repeatabilityIds(requests())).hasSize(1);
    }

    @Test
    void hangingUpACallThatIsGoneAfterAnUnknownOutcomeIsASuccess() {
        failThenGone();
        Exchange exchange = send("callautomation:hangUp");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("as it was");
    }

    @Test
    void hangingUpACallThatIsGoneWhenCamelRedeliversIsASuccess() {
        failThenGone();
        assertThat(send("direct:hangUpRedelivered").getException()).isNull();
        assertThat(requests()).hasSize(2);
    }

    @Test
    void hangingUpACallThatWasGoneBeforeIsAFailure() {
        answer(404, NOT_FOUND);
        assertThat(send("direct:hangUpRedelivered")
                        .getException(CallAutomationRequestFailedException.class)
                        .getStatusCode())
                .isEqualTo(404);
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
        assertThat(send("direct:redelivered").getException()).isInstanceOf(CallAutomationRequestFailedException.class);
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
}
