package dev.callautomation.benchmark.run;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MediansTest {

    @Test
    void theMedianIsTheValueInTheMiddle() {
        assertThat(Medians.of(List.of(3.0, 100.0, 1.0))).isEqualTo(3.0);
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        assertThat(Medians.of(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(3.0);
    }

    @Test
    void thereIsNoMedianOfNothing() {
        assertThatThrownBy(() -> Medians.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eachMetricHasAMedianOfItsOwn() {
        assertThat(Medians.ofRounds(List.of(
                        Map.of(Metric.CPU, 1.0, Metric.ALLOCATED, 30.0),
                        Map.of(Metric.CPU, 2.0, Metric.ALLOCATED, 10.0),
                        Map.of(Metric.CPU, 3.0, Metric.ALLOCATED, 20.0))))
                .isEqualTo(Map.of(Metric.CPU, 2.0, Metric.ALLOCATED, 20.0));
    }
}
