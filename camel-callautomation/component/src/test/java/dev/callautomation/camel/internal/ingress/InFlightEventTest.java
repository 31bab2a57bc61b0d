package dev.callautomation.camel.internal.ingress;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.callautomation.camel.internal.ingress.InFlightEvent.State;

import static dev.callautomation.camel.internal.ingress.InFlightEvent.State.ACKNOWLEDGED;
import static dev.callautomation.camel.internal.ingress.InFlightEvent.State.DUPLICATE;
import static dev.callautomation.camel.internal.ingress.InFlightEvent.State.FAILED;
import static dev.callautomation.camel.internal.ingress.InFlightEvent.State.PROCESSED;
import static dev.callautomation.camel.internal.ingress.InFlightEvent.State.QUEUED;
import static dev.callautomation.camel.internal.ingress.InFlightEvent.State.RESERVED;
import static dev.callautomation.camel.internal.ingress.InFlightEvent.State.RUNNING;
import static dev.callautomation.camel.internal.ingress.InFlightEvent.State.SKIPPED;
import static dev.callautomation.camel.internal.ingress.InFlightEvent.State.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

/** The transitions of an event in flight. */
class InFlightEventTest {

    private static final Map<State, Predicate<InFlightEvent>> TRANSITIONS = Map.of(
            QUEUED, InFlightEvent::queue,
            RUNNING, InFlightEvent::run,
            ACKNOWLEDGED, InFlightEvent::acknowledge,
            PROCESSED, InFlightEvent::processed,
            SKIPPED, InFlightEvent::skip,
            FAILED, InFlightEvent::fail,
            WITHDRAWN, InFlightEvent::withdraw,
            DUPLICATE, InFlightEvent::duplicate);

    private final List<InFlightEvent> ended = new ArrayList<>();

    private InFlightEvent inState(State state) throws MalformedDeliveryException {
        ReceivedEvent received = EventParser.parse("{\"type\":\"A\",\"id\":\"1\"}".getBytes(), true)
                .get(0);
        InFlightEvent event = new InFlightEvent(received, InFlightEventsTest.receiver("r"), null, ended::add);
        List<State> path =
                switch (state) {
                    case RESERVED -> List.of();
                    case QUEUED, WITHDRAWN, DUPLICATE -> List.of(state);
                    case RUNNING -> List.of(QUEUED, state);
                    default -> List.of(QUEUED, RUNNING, state);
                };
        path.forEach(next -> assertThat(TRANSITIONS.get(next).test(event)).isTrue());
        assertThat(event.state()).isEqualTo(state);
        return event;
    }

    private Set<State> after(State state) throws MalformedDeliveryException {
        Set<State> possible = EnumSet.noneOf(State.class);
        for (State next : TRANSITIONS.keySet()) {
            InFlightEvent event = inState(state);
            boolean moved = TRANSITIONS.get(next).test(event);
            assertThat(event.state()).isEqualTo(moved ? next : state);
            if (moved) {
                possible.add(next);
            }
        }
        return possible;
    }

    @Test
    void aReservedEventIsQueuedOrNotPassedOnAtAll() throws Exception {
        assertThat(after(RESERVED)).containsExactlyInAnyOrder(QUEUED, WITHDRAWN, DUPLICATE);
    }

    @Test
    void aQueuedEventRunsOrFails() throws Exception {
        assertThat(after(QUEUED)).containsExactlyInAnyOrder(RUNNING, FAILED);
    }

    @Test
    void aRunningEventEndsInTheStateOfItsRoute() throws Exception {
        assertThat(after(RUNNING)).containsExactlyInAnyOrder(ACKNOWLEDGED, PROCESSED, SKIPPED, FAILED);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACKNOWLEDGED", "PROCESSED", "SKIPPED", "FAILED", "WITHDRAWN", "DUPLICATE"})
    void anEventEndsOnce(State last) throws Exception {
        assertThat(after(last)).isEmpty();
        ended.clear();
        InFlightEvent event = inState(last);
        assertThat(event.fail()).isFalse();
        assertThat(ended).containsExactly(event);
        assertThat(event.end()).isCompletedWithValue(last);
    }

    @ParameterizedTest
    @EnumSource
    void onlyAnEventThatFailedOrWhoseDuplicateIsInFlightIsRedelivered(State state) {
        assertThat(state.needsRedelivery()).isEqualTo(state == FAILED || state == DUPLICATE);
    }
}
