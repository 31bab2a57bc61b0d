package dev.callautomation.camel;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.camel.event.AddParticipantFailed;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.model.ResultInformation;

import static org.assertj.core.api.Assertions.assertThat;

/** What routes and stubs of routes can use of the exceptions. */
class CallAutomationExceptionTest {

    private static final CallAutomationOperation OPERATION = CallAutomationOperation.addParticipant;
    private static final String CALL = "call-1";

    private static CallAutomationRequestFailedException refused(int status, String body) {
        return new CallAutomationRequestFailedException(
                OPERATION,
                CALL,
                new CallAutomationRequestFailedException.Response(
                        status, "8522", "request-1", Duration.ofSeconds(3), body),
                "was refused");
    }

    private static void assertOperation(CallAutomationException failure) {
        assertThat(failure.getOperation()).isEqualTo(OPERATION);
        assertThat(failure.getCallConnectionId()).isEqualTo(CALL);
        assertThat(failure)
                .hasMessageStartingWith("callautomation:addParticipant")
                .hasMessageContaining(CALL);
    }

    @Test
    void aRefusedRequestHasTheResponse() {
        CallAutomationRequestFailedException failure = refused(400, "{}");
        assertOperation(failure);
        assertThat(failure.getStatusCode()).isEqualTo(400);
        assertThat(failure.getCode()).isEqualTo(400);
        assertThat(failure.getErrorCode()).isEqualTo("8522");
        assertThat(failure.getSubCode()).isEqualTo(8522);
        assertThat(failure.getRequestId()).isEqualTo("request-1");
        assertThat(failure.getRetryAfter()).isEqualTo(Duration.ofSeconds(3));
        assertThat(failure.getResponseBody()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource({"400,false", "401,false", "404,false", "408,true", "409,false", "429,true", "500,true", "503,true"})
    void theStatusTellsWhetherARefusedRequestIsRetryable(int status, boolean retryable) {
        assertThat(refused(status, "").isRetryable()).isEqualTo(retryable);
    }

    @Test
    void theExcerptOfTheResponseBodyIsBounded() {
        assertThat(refused(400, "x".repeat(1_000)).getResponseBody()).hasSize(1_000);
        assertThat(refused(400, "x".repeat(1_001)).getResponseBody()).hasSize(1_000);
    }

    @Test
    void anUnansweredRequestHasNoResponse() {
        IOException cause = new IOException("connection reset");
        CallAutomationRequestFailedException failure =
                new CallAutomationRequestFailedException(OPERATION, CALL, "failed", true, cause);
        assertOperation(failure);
        assertThat(failure).hasCause(cause);
        assertThat(failure.getStatusCode()).isZero();
        assertThat(failure.getCode()).isNull();
        assertThat(failure.getErrorCode()).isNull();
        assertThat(failure.getSubCode()).isNull();
        assertThat(failure.getRequestId()).isNull();
        assertThat(failure.getRetryAfter()).isNull();
        assertThat(failure.getResponseBody()).isEmpty();
        assertThat(failure.isRetryable()).isTrue();
    }

    @Test
    void aFailedOperationHasTheEventAndItsCodes() {
        AddParticipantFailed event = new AddParticipantFailed(
                new EventEnvelope(
                        "event-1",
                        "Microsoft.Communication.AddParticipantFailed",
                        null,
                        null,
                        null,
                        CALL,
                        null,
                        null,
                        null,
                        new ResultInformation(487, 10024, "declined", null, null),
                        JsonNodeFactory.instance.objectNode()),
                null);
        CallAutomationOperationFailedException failure = new CallAutomationOperationFailedException(OPERATION, event);
        assertOperation(failure);
        assertThat(failure.getEvent()).isSameAs(event);
        assertThat(failure.getCode()).isEqualTo(487);
        assertThat(failure.getSubCode()).isEqualTo(10024);
        assertThat(failure.getSubCodeDescription()).isNotBlank();
        assertThat(failure.isRetryable()).isFalse();
    }

    @Test
    void aTimeoutHasItsDurationAndWhetherTheOperationWasCanceled() {
        CallAutomationTimeoutException failure = new CallAutomationTimeoutException(
                OPERATION, CALL, Set.of("AddParticipantSucceeded"), Duration.ofSeconds(210), true);
        assertOperation(failure);
        assertThat(failure).hasMessageContaining("AddParticipantSucceeded");
        assertThat(failure.getTimeout()).isEqualTo(Duration.ofSeconds(210));
        assertThat(failure.isCanceled()).isTrue();
        assertThat(failure.getCode()).isNull();
    }

    @Test
    void aStopNamesTheOperation() {
        assertOperation(new CallAutomationStoppedException(OPERATION, CALL));
    }

    @Test
    void aDeliveryThatIsNotProcessedHasItsCauseAndNoOperation() {
        IllegalStateException cause = new IllegalStateException();
        CallAutomationDeliveryException failure = new CallAutomationDeliveryException("a route failed", true, cause);
        assertThat(failure)
                .hasMessage("callautomation:processEvents: a route failed")
                .hasCause(cause);
        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure.getOperation()).isNull();
        assertThat(failure.getCallConnectionId()).isNull();
    }
}
