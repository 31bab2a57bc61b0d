package dev.callautomation.simulator.scenario;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How long an application has to be quiet before virtual time is moved. */
class ReactionTimesTest {

    private static final Duration SETTLE = Duration.ofMillis(50);
    private static final Duration HOUR = Duration.ofHours(1);

    private final ReactionTimes reactions = new ReactionTimes(SETTLE, 0);
    private long now;

    @Test
    void anApplicationThatHasNotActedYetHasThreeSeconds() {
        reactions.sent("IncomingCall", now);

        assertThat(reactions.quietBefore(HOUR)).hasSeconds(3);
    }

    @Test
    void anApplicationHasHalfOfTheTimeThatItWouldHave() {
        assertThat(reactions.quietBefore(Duration.ofSeconds(2))).hasSeconds(1);
        assertThat(reactions.quietBefore(Duration.ZERO)).isEqualTo(SETTLE);
    }

    @Test
    void theFirstEventOfATypeIsGivenTwoSeconds() {
        reacts("IncomingCall", "answerCall", 10);

        reactions.sent("CallConnected", now);
        assertThat(reactions.quietBefore(HOUR)).hasSeconds(2);

        reactions.requested("play", now);
        assertThat(reactions.quietBefore(HOUR)).isEqualTo(SETTLE);
    }

    @Test
    void anotherEventOfATypeIsGivenFourTimesTheSlowestReaction() {
        reacts("PlayCompleted", "play", 150);

        reactions.sent("PlayCompleted", now);
        assertThat(reactions.quietBefore(HOUR)).hasMillis(600);
    }

    @Test
    void onlyTheLastReactionsCount() {
        reacts("PlayCompleted", "play", 150);
        for (int i = 0; i < 5; i++) {
            reacts("PlayCompleted", "play", 20);
        }

        reactions.sent("PlayCompleted", now);
        assertThat(reactions.quietBefore(HOUR)).hasMillis(80);
    }

    @Test
    void aReactionThatHasComeAsOftenBeforeIsNotWaitedForAnyLonger() {
        for (int i = 0; i < 5; i++) {
            reacts("PlayCompleted", "play", 20);
            assertThat(reactions.quietBefore(HOUR)).hasMillis(80);
            reactions.moved();
        }

        reactions.sent("PlayCompleted", now);
        assertThat(reactions.quietBefore(HOUR)).hasMillis(80);
        reactions.requested("play", now);
        assertThat(reactions.quietBefore(HOUR)).isEqualTo(SETTLE.dividedBy(20));
        reactions.requested("stop", now);
        assertThat(reactions.quietBefore(HOUR)).hasMillis(80);
    }

    @Test
    void aLateRequestEndsTheTrust() {
        for (int i = 0; i < 5; i++) {
            reacts("PlayCompleted", "play", 20);
            reactions.moved();
        }
        reactions.requested("terminateCall", now);
        reactions.moved();

        reacts("PlayCompleted", "play", 20);
        assertThat(reactions.quietBefore(HOUR)).isGreaterThanOrEqualTo(SETTLE);
    }

    @Test
    void anEventWithoutAReactionIsWaitedForEachTime() {
        reacts("IncomingCall", "answerCall", 10);
        for (int i = 0; i < 10; i++) {
            reactions.moved();
            reactions.sent("ContinuousDtmfRecognitionToneReceived", now);
        }

        assertThat(reactions.quietBefore(HOUR)).isEqualTo(SETTLE);
    }

    private void reacts(String event, String operation, long millis) {
        reactions.sent(event, now);
        now += Duration.ofMillis(millis).toNanos();
        reactions.requested(operation, now);
    }
}
