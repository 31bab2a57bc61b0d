package dev.callautomation.examples.scaleout.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.model.TimelineEntry;

import static org.assertj.core.api.Assertions.assertThat;

/** Counts what happened, and nothing else. */
class TallyTest {

    private static final String CALL = "call-1";

    private final List<TimelineEntry> timeline = new ArrayList<>();
    private final List<CallLog.Step> log = new ArrayList<>();

    TallyTest() {
        Stream.of("answerCall", "addParticipant", "terminateCall").forEach(operation -> responded(operation, "200"));
        Stream.of("CallConnected", "AddParticipantSucceeded", "CallDisconnected")
                .forEach(this::happened);
        answered();
        Stream.of("answered", "joined", "ended").forEach(this::noted);
    }

    @Test
    void aCallInWhichEverythingHappenedOnceIsFinished() {
        assertThat(tally()).isEqualTo(new Tally(1, 0, 0, 0, 0));
        assertThat(tally().isPerfect()).isTrue();
    }

    @Test
    void aCallOfWhichNothingIsKnownIsLost() {
        timeline.clear();
        log.clear();

        assertThat(tally()).isEqualTo(new Tally(0, 1, 0, 0, 0));
        assertThat(tally().isPerfect()).isFalse();
    }

    @Test
    void aCallOfWhichAStepIsNotNotedIsLost() {
        log.remove(1);

        assertThat(tally()).isEqualTo(new Tally(0, 1, 0, 0, 0));
    }

    @Test
    void aCallOfWhichTheServiceToldNoEndIsLost() {
        timeline.removeIf(entry -> "CallDisconnected".equals(entry.detail("event")));

        assertThat(tally()).isEqualTo(new Tally(0, 1, 0, 0, 0));
    }

    @Test
    void aSecondAgentIsADouble() {
        happened("AddParticipantSucceeded");

        assertThat(tally()).isEqualTo(new Tally(1, 0, 1, 0, 0));
        assertThat(tally().isPerfect()).isFalse();
    }

    @Test
    void aPhoneThatIsAnsweredTwiceIsADouble() {
        answered();

        assertThat(tally().doubled()).isEqualTo(1);
    }

    @Test
    void aSecondNoteIsADouble() {
        noted("joined");

        assertThat(tally().doubled()).isEqualTo(1);
    }

    @Test
    void aRequestThatCameAgainWithoutEffectIsCountedForItself() {
        responded("addParticipant", "202");
        responded("terminateCall", "404");

        assertThat(tally()).isEqualTo(new Tally(1, 0, 0, 1, 1));
    }

    private Tally tally() {
        return Tally.of(List.of(CALL), Map.of(CALL, timeline)::get, log);
    }

    private void responded(String operation, String status) {
        entry(TimelineEntry.Kind.RESPONSE, operation, Map.of("operation", operation, "status", status));
    }

    private void happened(String event) {
        entry(TimelineEntry.Kind.EVENT, event, Map.of("event", event));
    }

    private void answered() {
        entry(TimelineEntry.Kind.PHONE, "answers", Map.of());
    }

    private void entry(TimelineEntry.Kind kind, String text, Map<String, String> details) {
        timeline.add(new TimelineEntry(CALL, Instant.EPOCH, kind, "someone", null, text, details));
    }

    private void noted(String step) {
        log.add(new CallLog.Step(CALL, step, "worker-1"));
    }
}
