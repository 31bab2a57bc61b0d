package dev.callautomation.simulator.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.execution.VirtualClock;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.SubscriptionStatus;
import dev.callautomation.simulator.model.SubscriptionStatus.State;

import static org.assertj.core.api.Assertions.assertThat;

class HandshakesTest {

    @Test
    void attemptsThatTakeLongEndAfterTenMinutesToo() {
        Vertx vertx = Vertx.vertx();
        try {
            Subscriptions subscriptions = new Subscriptions(new VirtualClock());
            AtomicLong time = new AtomicLong();
            Handshakes handshakes = new Handshakes(
                    vertx,
                    subscriptions,
                    subscription -> (method, uri, headers, body) -> {
                        time.addAndGet(Duration.ofMinutes(6).toNanos());
                        return Future.failedFuture("no answer");
                    },
                    time::get);

            handshakes.repeatedly(EventGridSubscription.to(URI.create("http://localhost:1/grid")));

            SubscriptionStatus last = Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> subscriptions.all().get(0),
                            status -> status.state() == State.FAILED || status.handshakes() > 2);
            assertThat(last.state()).isEqualTo(State.FAILED);
            assertThat(last.handshakes()).isEqualTo(2);
        } finally {
            vertx.close();
        }
    }
}
