package dev.callautomation.camel.internal.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BearerCredentialTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Deque<Promise<BearerToken>> asked = new ArrayDeque<>();
    private final MovableClock clock = new MovableClock();
    private final BearerCredential credential = new BearerCredential(this::ask, clock);

    private Future<BearerToken> ask() {
        asked.add(Promise.promise());
        return asked.getLast().future();
    }

    private void give(String token, Duration lifetime) {
        asked.removeFirst()
                .complete(BearerToken.of(token, clock.instant(), clock.instant().plus(lifetime)));
    }

    private Future<Map<String, String>> authorize() {
        return credential.authorize("GET", "/", "localhost", Payload.NONE);
    }

    private static Map<String, String> header(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    @Test
    void requestsThatComeTogetherWaitForOneToken() {
        Future<Map<String, String>> first = authorize();
        Future<Map<String, String>> second = authorize();
        assertThat(asked).hasSize(1);
        give("a", HOUR);
        assertThat(first.result()).isEqualTo(header("a"));
        assertThat(second.result()).isEqualTo(header("a"));
    }

    @Test
    void aTokenIsRenewedAheadOfItsEndWhileItStillServes() {
        authorize();
        give("a", HOUR);
        clock.pass(Duration.ofMinutes(54));
        assertThat(authorize().result()).isEqualTo(header("a"));
        assertThat(asked).isEmpty();

        clock.pass(Duration.ofMinutes(2));
        assertThat(authorize().result()).isEqualTo(header("a"));
        assertThat(asked).hasSize(1);
        give("b", HOUR);
        assertThat(authorize().result()).isEqualTo(header("b"));
    }

    @Test
    void aRenewalThatFailsIsTriedAgainAfterAPause() {
        authorize();
        give("a", HOUR);
        clock.pass(Duration.ofMinutes(56));
        authorize();
        asked.removeFirst().fail("not now");
        assertThat(authorize().result()).isEqualTo(header("a"));
        assertThat(asked).isEmpty();
        clock.pass(Duration.ofSeconds(31));
        assertThat(authorize().result()).isEqualTo(header("a"));
        assertThat(asked).hasSize(1);
    }

    @Test
    void anExpiredTokenIsNotSent() {
        authorize();
        give("a", HOUR);
        clock.pass(HOUR);
        Future<Map<String, String>> waiting = authorize();
        assertThat(waiting.isComplete()).isFalse();
        asked.removeFirst().fail("not now");
        assertThat(waiting.failed()).isTrue();
    }

    @Test
    void aTokenThatLivesShortIsRenewedHalfway() {
        authorize();
        give("a", Duration.ofMinutes(2));
        clock.pass(Duration.ofSeconds(59));
        authorize();
        assertThat(asked).isEmpty();
        clock.pass(Duration.ofSeconds(2));
        authorize();
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatWaitsForATokenEndsWithTheClient() {
        Future<Map<String, String>> waiting = authorize();
        credential.close();
        assertThat(waiting.failed()).isTrue();
        assertThat(waiting.cause()).hasMessageContaining("was stopped");
    }

    @Test
    void aTokenIsNotToldByItsText() {
        assertThat(BearerToken.of("top-secret", clock.instant(), clock.instant())
                        .toString())
                .doesNotContain("top-secret");
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
