package dev.callautomation.examples.livetranscript;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

import dev.callautomation.camel.CallAutomationException;

/** Answers calls so that their transcript and their audio are streamed, and adds an agent to talk to. */
final class CallRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("callautomation:events?type=IncomingCall&to={{application.number}}")
                .routeId("answer")
                .to("callautomation:answerCall"
                        + "?transcriptionUrl={{streams.url}}/transcription&locale={{locale}}&startTranscription=true"
                        + "&mediaStreamingUrl={{streams.url}}/audio&startMediaStreaming=true"
                        + "&enableBidirectional=true&enableDtmfTones=true&audioFormat=pcm16KMono");

        from("callautomation:events?type=CallConnected")
                .routeId("add-agent")
                .doTry()
                .to("callautomation:addParticipant?awaitCompletion=true&target={{agent}}"
                        + "&sourceCallerIdNumber={{application.number}}"
                        + "&invitationTimeout={{agent-ring-timeout}}"
                        + "&completionTimeout={{agent-event-timeout}}")
                // declined, busy, no answer, refused by the service, or no event in time
                .doCatch(CallAutomationException.class)
                .log(LoggingLevel.WARN, "No agent: ${exception.message}")
                .to("direct:no-agent");

        // The node that waited for this event is gone.
        from("callautomation:events?orphanedOnly=true&type=AddParticipantFailed")
                .routeId("no-agent-orphaned")
                .to("direct:no-agent");

        from("direct:no-agent")
                .routeId("no-agent")
                .doTry()
                .to("callautomation:hangUp?forEveryone=true")
                .doCatch(CallAutomationException.class)
                .log("Not hung up: ${exception.message}");

        from("callautomation:events?type=TranscriptionFailed,MediaStreamingFailed")
                .routeId("stream-failed")
                .log(
                        LoggingLevel.WARN,
                        "${header.CamelCallAutomationEventType}: ${header.CamelCallAutomationResultCode}"
                                + "/${header.CamelCallAutomationResultSubCode}"
                                + " ${header.CamelCallAutomationResultSubCodeDescription}");
    }
}
