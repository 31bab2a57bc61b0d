package dev.callautomation.camel;

import org.apache.camel.builder.RouteBuilder;

import static dev.callautomation.camel.SimulatorTestSupport.AGENT;

/** Sound and transcripts of a call; the same as routes/streams.camel.yaml. */
class StreamRoutes extends RouteBuilder {

    static final String YAML = "classpath:routes/streams.camel.yaml";

    @Override
    public void configure() {
        from("direct:call")
                .to("callautomation:createCall?cognitiveServicesEndpoint=https://contoso.cognitiveservices.azure.com"
                        + "&mediaStreamingUrl={{streams}}/audio&enableDtmfTones=true"
                        + "&transcriptionUrl={{streams}}/transcript&locale=en-US&target=" + AGENT);
        from("direct:startTranscription").to("callautomation:startTranscription?operationContext=notes");
        from("direct:updateTranscription").to("callautomation:updateTranscription?locale=fr-FR");
        from("direct:stopTranscription").to("callautomation:stopTranscription");
        from("direct:startMediaStreaming").to("callautomation:startMediaStreaming?operationContext=sound");
        from("direct:stopMediaStreaming").to("callautomation:stopMediaStreaming");
    }
}
