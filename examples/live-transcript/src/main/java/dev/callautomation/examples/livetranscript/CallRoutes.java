package dev.callautomation.examples.livetranscript;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

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
                .to("callautomation:addParticipant?target={{agent}}&sourceCallerIdNumber={{application.number}}");

        from("callautomation:events?type=TranscriptionFailed,MediaStreamingFailed")
                .routeId("stream-failed")
                .log(
                        LoggingLevel.WARN,
                        "${header.CamelCallAutomationEventType}: ${header.CamelCallAutomationResultCode}"
                                + "/${header.CamelCallAutomationResultSubCode}"
                                + " ${header.CamelCallAutomationResultMeaning}");
    }
}
