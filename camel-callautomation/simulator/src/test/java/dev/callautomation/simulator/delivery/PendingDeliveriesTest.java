package dev.callautomation.simulator.delivery;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.SignedClient.Answer;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.TimelineEntry;

import static org.assertj.core.api.Assertions.assertThat;

class PendingDeliveriesTest extends HttpScenario {

    PendingDeliveriesTest() {
        super(SimulatorOptions.defaults().withVirtualTime(true).withPendingDeliveries(2));
    }

    @Test
    void requestsAreRefusedWhileTooManyEventsHaveNotBeenDelivered() {
        app.answering(request -> 503);
        String call = create(PHONE).text("callConnectionId");
        simulator.advance(Duration.ofMillis(400));
        app.await(call, "ParticipantsUpdated");

        Answer refused = create(PHONE);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.errorCode()).isEqualTo("8516");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(client.get(CALLS + "/" + call).status()).isEqualTo(200);

        app.answering(request -> 200);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            simulator.advance(Duration.ofSeconds(1));
            return create(PHONE).status() == 201;
        });
    }

    @Test
    void anEventForWhichThereIsNoRoomIsNotSentAndTheTimelineSaysSo() {
        app.answering(request -> 503);
        String first = create(PHONE).text("callConnectionId");
        String second = create(AGENT).text("callConnectionId");
        String third = create(CALLER).text("callConnectionId");
        simulator.advance(Duration.ofMillis(400));

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(simulator.timeline(third))
                .filteredOn(entry -> entry.kind() == TimelineEntry.Kind.DELIVERY)
                .extracting(TimelineEntry::text)
                .containsExactly(
                        "CallConnected is not sent: too many deliveries are pending",
                        "ParticipantsUpdated is not sent: too many deliveries are pending"));
        assertThat(simulator.timeline(third).stream()
                        .filter(entry -> entry.kind() == TimelineEntry.Kind.DELIVERY)
                        .findFirst()
                        .orElseThrow()
                        .detail("reason"))
                .isEqualTo("too many deliveries are pending");
        app.await(first, "ParticipantsUpdated");
        app.await(second, "ParticipantsUpdated");
        assertThat(app.types(third)).isEmpty();
    }

    @Test
    void aResetMakesRoom() {
        app.answering(request -> 503);
        String call = create(PHONE).text("callConnectionId");
        simulator.advance(Duration.ofMillis(400));
        app.await(call, "ParticipantsUpdated");
        assertThat(create(PHONE).status()).isEqualTo(429);

        simulator.reset();

        assertThat(create(PHONE).status()).isEqualTo(201);
    }

    @Test
    void theLargestLimitLeavesRoom() {
        assertThat(new PendingDeliveries(Integer.MAX_VALUE).begin(1, 1_000_000)).isPresent();
    }

    @Test
    void largeEventsCountForSeveral() {
        PendingDeliveries pending = new PendingDeliveries(2);
        PendingDeliveries.Pending large =
                pending.begin(1, 2 * PendingDeliveries.BYTES_OF_AN_EVENT).orElseThrow();

        assertThat(pending.isFull()).isTrue();
        assertThat(pending.begin(1, 4 * PendingDeliveries.BYTES_OF_AN_EVENT)).isEmpty();
        assertThat(pending.begin(1, PendingDeliveries.BYTES_OF_AN_EVENT)).isPresent();
        large.end();
        assertThat(pending.isFull()).isFalse();
        assertThat(pending.size()).isEqualTo(1);
    }

    @Test
    void copiesOfAnEventCountOnceUntilAllHaveEnded() {
        PendingDeliveries pending = new PendingDeliveries(1);
        PendingDeliveries.Pending event = pending.begin(2, 100).orElseThrow();

        event.end();
        assertThat(pending.isFull()).isTrue();
        event.end();
        assertThat(pending.isFull()).isFalse();
        assertThat(pending.size()).isZero();
    }
}
