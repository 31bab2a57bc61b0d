package dev.callautomation.benchmark.process;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClassPathTest {

    @Test
    void onlyTheApplicationThatIsMeasuredWithConscryptHasIt() {
        assertThat(Stream.of(ClassPath.values()).filter(path -> path.of("").contains("conscrypt-openjdk")))
                .containsExactly(ClassPath.CAMEL_MAIN_CONSCRYPT);
    }
}
