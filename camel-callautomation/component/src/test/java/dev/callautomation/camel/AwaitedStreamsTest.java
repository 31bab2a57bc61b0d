package dev.callautomation.camel;

import java.util.List;
import java.util.Map;

import org.apache.camel.RoutesBuilder;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.CallConnected;

import static org.assertj.core.api.Assertions.assertThat;

/** Each operation waits, as the component says: sound and transcripts have begun, changed and ended when the route goes on. */
class AwaitedStreamsTest extends StreamTestSupport {

    @Override
    void configure(CallAutomationComponent component) {
        super.configure(component);
        component.getConfiguration().setAwaitCompletion(true);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new StreamRoutes();
    }

    @Test
    void soundAndTranscriptsHaveBegunAndEnded() {
        String call = send("direct:call", Map.of())
                .getMessage()
                .getBody(CallConnected.class)
                .callConnectionId();
        assertThat(List.of(
                        "startTranscription",
                        "updateTranscription",
                        "stopTranscription",
                        "startMediaStreaming",
                        "stopMediaStreaming"))
                .map(operation ->
                        send("direct:" + operation, in(call)).getMessage().getBody(CallAutomationEvent.class))
                .map(CallAutomationEvent::type)
                .containsExactly(
                        "TranscriptionStarted",
                        "TranscriptionUpdated",
                        "TranscriptionStopped",
                        "MediaStreamingStarted",
                        "MediaStreamingStopped");
    }
}
