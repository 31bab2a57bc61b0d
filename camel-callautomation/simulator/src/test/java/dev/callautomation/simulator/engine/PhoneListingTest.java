package dev.callautomation.simulator.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.phone.PhoneRegistry;
import dev.callautomation.simulator.engine.phone.PhoneStatus;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;

/** How much is read to list phones, and how many are listed. */
class PhoneListingTest {

    private static final int CALLS = 4_000;
    private static final Identifier FIRST = Identifier.of("+16660000000");

    private final PhoneRegistry phones = new PhoneRegistry(Duration.ofMillis(100));
    private final AtomicInteger visits = new AtomicInteger();
    private final List<Call> calls =
            counted(IntStream.range(0, CALLS).mapToObj(PhoneListingTest::call).toList());

    @Test
    void callsAreReadAFixedNumberOfTimesHoweverManyPhonesThereAre() {
        assertThat(PhoneListing.of(phones, calls, Integer.MAX_VALUE)).hasSize(CALLS + 1);

        assertThat(visits).hasValueLessThanOrEqualTo(2 * CALLS);
    }

    @Test
    void aBoundedListHasTheNewestPhonesAndConfiguredOnesInOlderCalls() {
        Identifier old = caller(0);
        phones.set(old, PhoneBehaviour.MANUAL, null);
        IntStream.range(1, 20).forEach(i -> phones.set(Identifier.of("+1777000000" + i), PhoneBehaviour.ANSWER, null));

        Map<Identifier, PhoneStatus> bounded = PhoneListing.of(phones, calls, 10);

        assertThat(bounded).hasSize(10 + 10 + 1).containsKeys(caller(CALLS - 1), caller(CALLS - 10));
        assertThat(bounded.get(old).connectedIn()).containsExactly("call-0");
        assertThat(bounded.get(FIRST).connectedIn()).hasSize(10);
        assertThat(visits).hasValueLessThanOrEqualTo(CALLS + 10);
    }

    private static Call call(int number) {
        return new Call(
                "call-" + number,
                "server",
                "correlation",
                Instant.EPOCH,
                null,
                Instant.EPOCH,
                List.of(Party.phone(caller(number)), Party.phone(FIRST)),
                List.of(),
                List.of(),
                0,
                List.of(),
                false);
    }

    private static Identifier caller(int number) {
        return Identifier.of("+1555000" + (1_000 + number));
    }

    private List<Call> counted(List<Call> all) {
        return new AbstractList<>() {
            @Override
            public Call get(int index) {
                visits.incrementAndGet();
                return all.get(index);
            }

            @Override
            public int size() {
                return all.size();
            }
        };
    }
}
