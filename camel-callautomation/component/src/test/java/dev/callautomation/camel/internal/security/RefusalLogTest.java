package dev.callautomation.camel.internal.security;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.callautomation.camel.CapturedLog;

import static org.assertj.core.api.Assertions.assertThat;

/** One line a minute for each kind of refusal, whatever is sent. */
class RefusalLogTest {

    @RegisterExtension
    final CapturedLog log = new CapturedLog();

    private final AtomicLong clock = new AtomicLong();
    private final RefusalLog refusals = new RefusalLog(clock::get);

    private void refuse(RefusalKind kind, String reason) {
        refusals.refused("A delivery", kind, reason);
    }

    @Test
    void eachKindHasOneLineAMinuteAndTheNextOneCountsTheOthers() {
        for (int i = 0; i < 1_000; i++) {
            refuse(RefusalKind.NO_CREDENTIAL, "it has no token " + i);
            refuse(RefusalKind.BODY_TOO_LARGE, "it is too large " + i);
        }
        assertThat(log.messages())
                .containsExactly(
                        "A delivery was refused with status 401: it has no token 0",
                        "A delivery was refused with status 413: it is too large 0");

        clock.addAndGet(Duration.ofMinutes(1).toNanos() - 1);
        refuse(RefusalKind.NO_CREDENTIAL, "it has no token x");
        assertThat(log.messages()).hasSize(2);
        clock.incrementAndGet();
        refuse(RefusalKind.NO_CREDENTIAL, "it has no token y");
        assertThat(log.messages())
                .hasSize(3)
                .last()
                .isEqualTo("A delivery was refused with status 401: it has no token y"
                        + " (1000 more for a reason of this kind since the last line)");
    }

    @Test
    void allKindsTogetherAreFewLines() {
        for (int i = 0; i < 100; i++) {
            for (RefusalKind kind : RefusalKind.values()) {
                refuse(kind, "reason");
            }
        }
        assertThat(log.messages()).hasSize(RefusalKind.values().length);
    }

    @Test
    void aResultIsLoggedWithItsStatusAndReason() {
        refusals.refused("A handshake", AuthenticationResult.refused(RefusalKind.KEYS_UNAVAILABLE, "no keys"));
        assertThat(log.messages()).containsExactly("A handshake was refused with status 503: no keys");
    }
}
