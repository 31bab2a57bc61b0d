package dev.callautomation.simulator.rest;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.SignedClient.Answer;
import dev.callautomation.simulator.SimulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;

class RepeatabilityTest extends HttpScenario {

    private static final String DATE = "Tue, 03 Mar 2026 10:00:00 GMT";

    RepeatabilityTest() {
        super(SimulatorOptions.defaults().withActiveCalls(2));
    }

    @Test
    void aRepeatedRequestIsAnsweredAlikeAndExecutedOnce() {
        Map<String, String> headers = repeatable(UUID.randomUUID().toString());

        Answer first = post(headers);
        Answer second = post(headers);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second).isEqualTo(first);
        assertThat(simulator.calls()).hasSize(1);
    }

    @Test
    void aRefusalIsRepeatedToo() {
        Map<String, String> headers = repeatable(UUID.randomUUID().toString());
        Answer first = client.post(CALLS + ":answer", "{}", headers);

        assertThat(first.status()).isEqualTo(400);
        assertThat(client.post(CALLS + ":answer", "{}", headers)).isEqualTo(first);
    }

    @Test
    void aRefusalForTooManyCallsIsNotRepeatedWhenOneHasEnded() {
        String first = post(Map.of()).text("callConnectionId");
        post(Map.of());
        Map<String, String> headers = repeatable(UUID.randomUUID().toString());

        assertThat(post(headers).status()).isEqualTo(429);
        assertThat(client.post(CALLS + "/" + first + ":terminate", "", Map.of()).status())
                .isEqualTo(204);

        assertThat(post(headers).status()).isEqualTo(201);
    }

    @Test
    void anotherIdIsAnotherRequest() {
        post(repeatable(UUID.randomUUID().toString()));
        post(repeatable(UUID.randomUUID().toString()));

        assertThat(simulator.calls()).hasSize(2);
    }

    @Test
    void anIdThatWasUsedForAnotherRequestIsRefused() {
        Map<String, String> headers = repeatable(UUID.randomUUID().toString());
        String call = post(headers).text("callConnectionId");

        Answer answer = client.post(CALLS + "/" + call + ":terminate", "", headers);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorMessage()).contains("another request, POST /calling/callConnections:");
        assertThat(client.get(CALLS + "/" + call).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Repeatability-Request-ID, 3a1b7a3e-52a1-4b6c-9d38-6d6c0cf6a111, together",
        "Repeatability-First-Sent, 'Tue, 03 Mar 2026 10:00:00 GMT', together"
    })
    void oneHeaderWithoutTheOtherIsInvalid(String header, String value, String message) {
        Answer answer = post(Map.of(header, value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorMessage()).contains(message);
        assertThat(simulator.calls()).isEmpty();
    }

    @Test
    void theHeadersHaveToBeWellFormed() {
        assertThat(post(Map.of("Repeatability-Request-ID", "1", "Repeatability-First-Sent", DATE))
                        .errorMessage())
                .contains("UUID");
        assertThat(post(Map.of(
                                "Repeatability-Request-ID",
                                UUID.randomUUID().toString(),
                                "Repeatability-First-Sent",
                                "yesterday"))
                        .errorMessage())
                .contains("Repeatability-First-Sent");
    }

    private Answer post(Map<String, String> headers) {
        return client.post(
                CALLS,
                json("{'targets':[%s],'callbackUri':'%s'}".formatted(identifier(AGENT), app.url("/cb"))),
                headers);
    }

    private static Map<String, String> repeatable(String id) {
        return Map.of("Repeatability-Request-ID", id, "Repeatability-First-Sent", DATE);
    }
}
