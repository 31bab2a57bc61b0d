package dev.callautomation.examples.livetranscript;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.undertow.UndertowConstants;
import org.apache.camel.component.undertow.UndertowConstants.EventType;

import dev.callautomation.camel.streaming.DtmfData;
import dev.callautomation.camel.streaming.StreamingFrame;
import dev.callautomation.camel.streaming.TranscriptionMetadata;

/** What the service streams: each call has one WebSocket for its transcript and one for its audio. */
final class StreamRoutes extends RouteBuilder {

    private static final String AUDIO = "undertow:ws://{{streams.host}}:{{streams.port}}/audio";
    private static final String TRANSCRIPTION =
            "undertow:ws://{{streams.host}}:{{streams.port}}/transcription?fireWebSocketChannelEvents=true";

    private final Transcripts transcripts = new Transcripts();

    @Override
    public void configure() {
        // the server's thread must not wait for a disk, and one consumer keeps the sentences in their order
        from(TRANSCRIPTION).routeId("transcription").to("seda:transcription?size=10000");

        from("seda:transcription")
                .routeId("transcript")
                .choice()
                .when(header(UndertowConstants.EVENT_TYPE).isEqualTo(EventType.ONCLOSE.getCode()))
                .bean(transcripts, "end")
                .when(header(UndertowConstants.EVENT_TYPE).isNull())
                // not mandatory: else the exception about a malformed frame would quote what was said
                .convertBodyTo(StreamingFrame.class, false)
                .choice()
                .when(body().isInstanceOf(TranscriptionMetadata.class))
                .bean(transcripts, "begin")
                .when(simple("${body.kind} == 'TranscriptionData' && ${body.final}"))
                .setHeader(Exchange.FILE_NAME, method(transcripts, "fileName"))
                .transform(method(transcripts, "line"))
                .to("file:{{transcripts}}?fileExist=Append&appendChars=\\n")
                .end()
                .end();

        // answers a key with a sound; nothing here waits, so that the server's thread may do it
        from(AUDIO)
                .routeId("audio")
                .convertBodyTo(StreamingFrame.class, false)
                .filter(body().isInstanceOf(DtmfData.class))
                .setBody(constant(Beep.SOUND))
                .convertBodyTo(String.class)
                .to(AUDIO);
    }
}
