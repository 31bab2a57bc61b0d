package dev.callautomation.benchmark.run;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GoalTest {

    @Test
    void aRatioIsDividedByThePeer() {
        Goal goal = Goal.ratio("ours", "peer", Metric.CPU, 1.4);
        assertThat(goal.value(28, 20)).isEqualTo(1.4);
        assertThat(goal.met(1.4)).isTrue();
        assertThat(goal.met(1.5)).isFalse();
    }

    @Test
    void anAddedTimeIsTheDifferenceToThePeer() {
        Goal goal = Goal.added("ours", "peer", Metric.P99, 1);
        assertThat(goal.value(3, 2.5)).isEqualTo(0.5);
        assertThat(goal.met(0.5)).isTrue();
        assertThat(goal.met(1.5)).isFalse();
    }

    @Test
    void aRateIsMetFromItsLimitOn() {
        Goal goal = Goal.atLeast("ours", Metric.RATE, 1_500);
        assertThat(goal.value(1_600, 1)).isEqualTo(1_600);
        assertThat(goal.met(1_600)).isTrue();
        assertThat(goal.met(1_400)).isFalse();
    }
}
