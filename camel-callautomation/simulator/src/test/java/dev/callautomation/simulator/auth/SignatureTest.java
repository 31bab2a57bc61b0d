package dev.callautomation.simulator.auth;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.SignedClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureTest extends HttpScenario {

    private static final String PATH = CALLS + "/none";

    @Test
    void theHostMayBeSignedWithItsPort() {
        assertThat(client.get(PATH).status()).isEqualTo(404);
    }

    @Test
    void theHostMayBeSignedWithoutItsPort() {
        assertThat(client.signingHostOnly().get(PATH).status()).isEqualTo(404);
    }

    @Test
    void anotherKeyIsRefused() {
        assertRefused(client.withKey("another key").get(PATH), "signature does not match");
    }

    @Test
    void aChangedBodyIsRefused() {
        assertRefused(
                client.post(CALLS, "{}", Map.of("x-ms-content-sha256", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")),
                "x-ms-content-sha256");
    }

    @ParameterizedTest
    @ValueSource(longs = {-16, 16})
    void aDateFarFromNowIsRefused(long minutes) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(minutes));

        assertRefused(client.post(CALLS, "{}", Map.of("x-ms-date", date)), "clock");
    }

    @Test
    void aDateNearNowIsTaken() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).minusMinutes(14));

        assertThat(client.post(CALLS, "{}", Map.of("x-ms-date", date)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "'Bearer x', must read",
        "'HMAC-SHA256 SignedHeaders=host;x-ms-content-sha256&Signature=AA==', x-ms-date",
        "'HMAC-SHA256 SignedHeaders=x-ms-date;x-ms-content-sha256&Signature=AA==', host",
        "'HMAC-SHA256 SignedHeaders=x-ms-date;host&Signature=AA==', x-ms-content-sha256",
        "'HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256;x-none&Signature=AA==', x-none",
        "'HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=AA==', does not match"
    })
    void anIncompleteSignatureIsRefusedWithTheReason(String authorization, String reason) {
        Answer answer = client.post(CALLS, "{}", Map.of("Authorization", authorization));

        assertRefused(answer, reason);
        assertThat(answer.errorMessage()).doesNotContain("AA==");
    }

    @Test
    void theQueryIsSigned() {
        Answer answer = client.send("GET", PATH + "?api-version=2026-03-12&x=%2B", "", Map.of());

        assertThat(answer.status()).isEqualTo(404);
    }

    private static void assertRefused(Answer answer, String reason) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errorCode()).isEqualTo("7509");
        assertThat(answer.errorMessage()).contains(reason);
    }
}
