package dev.callautomation.camel;

import java.util.concurrent.CompletableFuture;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.RecordingStateChanged;

import static org.assertj.core.api.Assertions.assertThat;

/** What cannot be known of events that do not name the operation which they end. */
class UnnamedEventTest extends AwaitTestSupport {

    @Test
    void aPauseThatIsNotAwaitedIsTakenForTheStop() throws Exception {
        assertThat(ended(begin("callautomation:pauseRecording?recordingId=r1")).getException())
                .isNull();
        CompletableFuture<Exchange> stop = begin("callautomation:stopRecording?recordingId=r1" + AWAIT);
        request(1);
        waiting(1);
        tell("RecordingStateChanged", (String) null, ",\"recordingId\":\"r1\",\"state\":\"inactive\"");
        body(stop, RecordingStateChanged.class);
    }

    @Test
    void aHoldIsNotReportedOnceTheParticipantHasLeft() throws Exception {
        CompletableFuture<Exchange> hold =
                begin("callautomation:hold?target=%2B14255550111&completionTimeout=300" + AWAIT);
        waiting(1);
        tell("ParticipantsUpdated", (String) null, ",\"sequenceNumber\":1,\"participants\":[]");
        deadlines.pass();
        assertThat(failure(hold, CallAutomationTimeoutException.class)).hasMessageContaining("ParticipantsUpdated");
    }
}
