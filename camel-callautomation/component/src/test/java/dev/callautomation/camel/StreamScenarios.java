package dev.callautomation.camel;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.MediaStreamingStarted;
import dev.callautomation.camel.event.MediaStreamingStopped;
import dev.callautomation.camel.event.TranscriptionStarted;
import dev.callautomation.camel.event.TranscriptionStopped;
import dev.callautomation.camel.event.TranscriptionUpdated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Sound and transcripts of calls on the simulator; subclasses bring the same routes in one DSL each. */
abstract class StreamScenarios extends StreamTestSupport {

    @Test
    void whatIsSaidIsTranscribedUntilThatIsStopped() {
        String call = connected(send("direct:call", Map.of()));
        send("direct:startTranscription", in(call));
        assertThat(awaitEvent(TranscriptionStarted.class, call).operationContext())
                .isEqualTo("notes");
        simulator().phone(AGENT).say("Good morning");
        await().untilAsserted(() -> assertThat(FRAMES)
                .anySatisfy(frame ->
                        assertThat(frame).startsWith("/transcript ").contains("TranscriptionData", "Good morning")));
        send("direct:updateTranscription", in(call));
        awaitEvent(TranscriptionUpdated.class, call);
        send("direct:stopTranscription", in(call));
        awaitEvent(TranscriptionStopped.class, call);
    }

    @Test
    void soundAndKeysAreStreamedUntilThatIsStopped() {
        String call = connected(send("direct:call", Map.of()));
        send("direct:startMediaStreaming", in(call));
        assertThat(awaitEvent(MediaStreamingStarted.class, call).operationContext())
                .isEqualTo("sound");
        simulator().phone(AGENT).press("7");
        await().untilAsserted(() -> assertThat(FRAMES)
                .anySatisfy(frame -> assertThat(frame).startsWith("/audio ").contains("AudioData"))
                .anySatisfy(frame -> assertThat(frame).startsWith("/audio ").contains("DtmfData")));
        send("direct:stopMediaStreaming", in(call));
        awaitEvent(MediaStreamingStopped.class, call);
    }
}
