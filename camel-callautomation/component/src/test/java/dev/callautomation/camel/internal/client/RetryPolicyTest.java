package dev.callautomation.camel.internal.client;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryPolicyTest {

    private static final byte[] NONE = {};
    private static final ApiRequest REPEATABLE =
            new ApiRequest(HttpMethod.POST, "/x", Payload.NONE, Repeatability.create());
    private static final ApiRequest UNREPEATABLE = new ApiRequest(HttpMethod.POST, "/x", Payload.NONE, null);

    private final RetryPolicy policy = new RetryPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(1));

    private static ApiResponse response(int status, int attempts, Duration retryAfter) {
        return new ApiResponse(status, NONE, "r", retryAfter, attempts);
    }

    @Test
    void whatIsNotSafeToRepeatIsRepeatedOnlyIfItWasNotDone() {
        assertThat(policy.afterResponse(UNREPEATABLE, response(429, 1, null))).isPresent();
        assertThat(policy.afterResponse(UNREPEATABLE, response(503, 1, null))).isEmpty();
        assertThat(policy.afterResponse(REPEATABLE, response(503, 1, null))).isPresent();
        assertThat(policy.afterFailure(UNREPEATABLE, new ConnectException("refused"), 1))
                .isPresent();
        assertThat(policy.afterFailure(UNREPEATABLE, new IOException("reset"), 1))
                .isEmpty();
        assertThat(policy.afterFailure(REPEATABLE, new IOException("reset"), 1)).isPresent();
    }

    @Test
    void retriesEnd() {
        assertThat(policy.afterResponse(REPEATABLE, response(503, 3, null))).isPresent();
        assertThat(policy.afterResponse(REPEATABLE, response(503, 4, null))).isEmpty();
        assertThat(policy.afterFailure(REPEATABLE, new IOException("reset"), 4)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 50", "1, 1, 100", "2, 1, 200", "3, 1, 400", "5, 1, 1000", "40, 1, 1000", "40, 0, 500"})
    void pausesGrowAndAreSpreadAndBounded(int attempts, double random, long millis) {
        assertThat(policy.backOff(attempts, () -> random)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void theServicesOwnPauseIsTakenOrTheRequestGivenUp() {
        assertThat(policy.afterResponse(REPEATABLE, response(429, 1, Duration.ofMillis(700))))
                .contains(Duration.ofMillis(700));
        assertThat(policy.afterResponse(REPEATABLE, response(429, 1, Duration.ofSeconds(2))))
                .isEmpty();
    }

    @Test
    void aRequestToRetryAtOnceIsRetriedWithTheUsualBackoff() {
        assertThat(policy.afterResponse(REPEATABLE, response(429, 1, Duration.ZERO)))
                .hasValueSatisfying(pause -> assertThat(pause).isPositive());
    }
}
