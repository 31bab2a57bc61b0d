package dev.callautomation.camel.internal.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.internal.ingress.DeliveryLimits;

import static org.assertj.core.api.Assertions.assertThat;

class LimitedConnectionTest {

    private static final DeliveryLimits LIMITS = new DeliveryLimits(
            1, 1, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(60), 1, Duration.ofSeconds(1));

    @Test
    void aConnectionThatIsReleasedIsNotClosedAnyMore() {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.freezeTime();
        LimitedConnection connection = new LimitedConnection(channel, null, LIMITS);
        channel.pipeline().addLast(connection);
        assertThat(channel.runScheduledPendingTasks())
                .as("time until the next task")
                .isPositive();

        connection.release();
        channel.runPendingTasks();
        channel.advanceTimeBy(1, TimeUnit.HOURS);
        assertThat(channel.runScheduledPendingTasks()).as("no task").isNegative();
        assertThat(channel.isOpen()).isTrue();
    }
}
