package dev.callautomation.examples.contactcenter;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ShutdownTest {

    @Test
    void whenItEndsNoThreadIsLeft() {
        Set<Thread> before = threads();

        assertThat(SpringApplication.exit(SpringApplication.run(ContactCenterApplication.class)))
                .isZero();

        await().pollInSameThread().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(newThreads(before))
                .isEmpty());
    }

    private static Set<Thread> newThreads(Set<Thread> before) {
        Set<Thread> left = threads();
        left.removeAll(before);
        return left;
    }

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }
}
