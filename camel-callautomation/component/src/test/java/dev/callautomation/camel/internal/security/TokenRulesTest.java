package dev.callautomation.camel.internal.security;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** How long a token may be valid. */
class TokenRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final TokenRules SERVICE = TokenRules.service(TokenServer.RESOURCE, Duration.ofMinutes(1));
    private static final TokenRules EVENT_GRID = TokenRules.eventGrid(
            new EntraSettings(new Authority("https://login.example.com"), TokenServer.TENANT, "api://x", "app"),
            Duration.ofMinutes(1));

    private static AuthenticationResult check(TokenRules rules, Long iat, Long nbf, Long exp) {
        StringBuilder json = new StringBuilder("{\"aud\":\"" + rules.audience() + "\",\"azp\":\"app\"");
        append(json, "iat", iat);
        append(json, "nbf", nbf);
        append(json, "exp", exp);
        try {
            return rules.check(JWTClaimsSet.parse(json + "}"), NOW);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void append(StringBuilder json, String name, Long seconds) {
        if (seconds != null) {
            json.append(",\"").append(name).append("\":").append(NOW.getEpochSecond() + seconds);
        }
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments("5 minutes, as the service issues them", 0L, 0L, 5 * MINUTE),
                arguments("5 minutes, almost over", -5 * MINUTE, -5 * MINUTE, 1L),
                arguments("an hour", null, -MINUTE, HOUR - MINUTE),
                arguments("an hour by iat alone", -MINUTE, null, HOUR - MINUTE),
                arguments("issued within the skew", MINUTE, MINUTE, 6 * MINUTE),
                arguments("expired within the skew", -5 * MINUTE, -5 * MINUTE, -MINUTE),
                arguments("no start, 5 minutes left", null, null, 5 * MINUTE),
                arguments("no start, 10 minutes and the skew left", null, null, 11 * MINUTE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void aTokenOfACallbackIsAccepted(String name, Long iat, Long nbf, Long exp) {
        AuthenticationResult result = check(SERVICE, iat, nbf, exp);
        assertThat(result).isEqualTo(AuthenticationResult.trusted(Sender.SERVICE));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("a media stream's, new", "valid for too long", 0L, 0L, 24 * HOUR),
                arguments("a media stream's, at its end", "valid for too long", -24 * HOUR + 1, -24 * HOUR + 1, 1L),
                arguments("a media stream's without nbf", "valid for too long", -23 * HOUR, null, HOUR),
                arguments("a media stream's without iat", "valid for too long", null, -23 * HOUR, HOUR),
                arguments("nbf near the end of a long life", "valid for too long", -24 * HOUR, -MINUTE, MINUTE),
                arguments("iat near the end of a long life", "valid for too long", -MINUTE, -24 * HOUR, MINUTE),
                arguments("an hour and a second", "valid for too long", null, 0L, HOUR + 1),
                arguments(
                        "no start and more than 10 minutes left",
                        "more than the 10 minutes",
                        null,
                        null,
                        11 * MINUTE + 1),
                arguments("a media stream's without a start", "valid for too long", null, null, HOUR),
                arguments("centuries", "valid for too long", 0L, 0L, 10_000_000_000L),
                arguments("centuries, without a start", "valid for too long", null, null, 10_000_000_000L),
                arguments("issued in the future", "issued in the future", MINUTE + 1, null, 6 * MINUTE),
                arguments("issued in the future, valid now", "issued in the future", MINUTE + 1, 0L, 6 * MINUTE),
                arguments("not valid yet", "not valid before", 0L, MINUTE + 1, 6 * MINUTE),
                arguments("valid after its end", "before it is valid", null, MINUTE, 30L),
                arguments("issued after its end", "before it is valid", MINUTE, null, 30L),
                arguments("expired", "expired at", -6 * MINUTE, -6 * MINUTE, -MINUTE - 1),
                arguments("no end", "no exp", 0L, 0L, null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void anotherTokenIsRefused(String name, String reason, Long iat, Long nbf, Long exp) {
        AuthenticationResult result = check(SERVICE, iat, nbf, exp);
        assertThat(result.refusal()).isEqualTo(RefusalKind.TOKEN_LIFETIME);
        assertThat(result.status()).isEqualTo(401);
        assertThat(result.reason()).contains(reason);
    }

    @Test
    void tokensOfMicrosoftEntraMayBeValidForADay() {
        AuthenticationResult trusted = AuthenticationResult.trusted(Sender.EVENT_GRID);
        assertThat(check(EVENT_GRID, -5 * MINUTE, -5 * MINUTE, HOUR)).isEqualTo(trusted);
        assertThat(check(EVENT_GRID, -5 * MINUTE, -5 * MINUTE, 24 * HOUR)).isEqualTo(trusted);
        assertThat(check(EVENT_GRID, -5 * MINUTE, -5 * MINUTE, 25 * HOUR).reason())
                .contains("valid for too long", "25 h")
                .doesNotContain("media");
    }

    @Test
    void timesOutsideOfTheCalendarAreNoTimes() throws ParseException {
        for (String exp : new String[] {"9223372036854775807", "-1", "1e300", "9223372036854775"}) {
            JWTClaimsSet claims = JWTClaimsSet.parse("{\"aud\":\"" + TokenServer.RESOURCE + "\",\"exp\":" + exp + "}");
            assertThat(SERVICE.check(claims, NOW).refusal()).as(exp).isEqualTo(RefusalKind.TOKEN_LIFETIME);
        }
    }
}
