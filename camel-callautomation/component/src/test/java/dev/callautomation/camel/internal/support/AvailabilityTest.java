package dev.callautomation.camel.internal.support;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import dev.callautomation.camel.internal.support.Availability.State;

import static org.assertj.core.api.Assertions.assertThat;

/** The order in which attempts begin and end, on a clock that the test sets. */
class AvailabilityTest {

    private static final Duration INTERVAL = Duration.ofSeconds(6);

    private final AtomicLong clock = new AtomicLong(-5);
    private final Availability availability = new Availability(clock::get, INTERVAL, "no response");

    private void later(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private State state() {
        return availability.status().state();
    }

    @Test
    void aLateFailureOfAnOldAttemptDoesNotOverrideANewerSuccess() {
        long old = availability.begin();
        later(Availability.TIMEOUT);
        assertThat(state()).isEqualTo(State.UNAVAILABLE);
        availability.succeeded(availability.begin());
        availability.failed(old, "too late");
        assertThat(availability.status()).isEqualTo(new Availability.Status(State.AVAILABLE, null));
    }

    @Test
    void aLateSuccessOfAnOldAttemptDoesNotOverrideANewerFailure() {
        long old = availability.begin();
        availability.failed(availability.begin(), "no connection");
        availability.succeeded(old);
        assertThat(availability.status()).isEqualTo(new Availability.Status(State.UNAVAILABLE, "no connection"));
    }

    @Test
    void aLateSuccessDoesNotEndANewerAttempt() {
        long old = availability.begin();
        later(INTERVAL);
        availability.begin();
        availability.succeeded(old);
        later(Availability.TIMEOUT);
        assertThat(availability.status())
                .isEqualTo(new Availability.Status(State.UNAVAILABLE, "no response within 3 s"));
    }

    @Test
    void anAttemptThatIsOverdueSucceedsLate() {
        long attempt = availability.begin();
        later(Availability.TIMEOUT);
        assertThat(state()).isEqualTo(State.UNAVAILABLE);
        availability.succeeded(attempt);
        assertThat(state()).isEqualTo(State.AVAILABLE);
        later(Availability.TIMEOUT);
        assertThat(state()).as("its timeout is over").isEqualTo(State.AVAILABLE);
    }

    @Test
    void anAttemptBeforeOneThatIsOverdueIsTooOld() {
        long old = availability.begin();
        availability.begin();
        later(Availability.TIMEOUT);
        assertThat(state()).isEqualTo(State.UNAVAILABLE);
        availability.succeeded(old);
        assertThat(state()).isEqualTo(State.UNAVAILABLE);
    }

    @Test
    void anAttemptIsDueAfterTheIntervalOfTheLastOne() {
        assertThat(availability.beginIfDue()).isPresent();
        later(INTERVAL.minusNanos(1));
        assertThat(availability.beginIfDue()).isEmpty();
        later(Duration.ofNanos(1));
        assertThat(availability.beginIfDue()).isPresent();
    }

    @Test
    void anUntimedAttemptNeitherDelaysTheNextNorIsOverdue() {
        long untimed = availability.beginUntimed();
        later(Availability.TIMEOUT);
        assertThat(state()).isEqualTo(State.UNKNOWN);
        assertThat(availability.beginIfDue()).isPresent();
        availability.failed(untimed, "no connection");
        assertThat(state()).isEqualTo(State.UNAVAILABLE);
        later(INTERVAL);
        availability.failed(availability.beginUntimed(), "no connection");
        assertThat(availability.beginIfDue()).isPresent();
    }

    @Test
    void aReasonIsThatOfTheCause() {
        assertThat(Availability.reason(new CompletionException(new IllegalStateException("closed"))))
                .isEqualTo("closed");
        assertThat(Availability.reason(new IllegalStateException())).isEqualTo("IllegalStateException");
        assertThat(Availability.reason(new IllegalStateException(" "))).isEqualTo("IllegalStateException");
    }
}
