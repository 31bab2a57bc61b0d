package dev.callautomation.camel;

import org.apache.camel.builder.RouteBuilder;

import static dev.callautomation.camel.SimulatorTestSupport.APPLICATION;
import static dev.callautomation.camel.SimulatorTestSupport.CUSTOMER;

/** What a call hears and is asked; the same as routes/media.camel.yaml. */
class MediaRoutes extends RouteBuilder {

    static final String YAML = "classpath:routes/media.camel.yaml";

    @Override
    public void configure() {
        // a menu: what was asked is in the operation context, what was chosen in a header
        from("callautomation:events?type=IncomingCall&to=" + APPLICATION)
                .to("callautomation:answerCall?cognitiveServicesEndpoint=https://contoso.cognitiveservices.azure.com");
        from("direct:menu")
                .to("callautomation:recognize?operationContext=menu&target=" + CUSTOMER
                        + "&text=Sales or support?&voice=en-US-NancyNeural&interruptPrompt=true"
                        + "&choices=sales:sales|buy:1,support:support|help:2");
        from("callautomation:events?type=RecognizeCompleted&operationContext=menu")
                .choice()
                .when(simple("${header.CamelCallAutomationRecognitionResult} == 'sales'"))
                .to("callautomation:play?operationContext=menu-done&text=Welcome to sales")
                .otherwise()
                .to("callautomation:play?operationContext=menu-done&text=Welcome to support");
        from("callautomation:events?type=RecognizeFailed&operationContext=menu")
                .to("callautomation:play?operationContext=menu-done&text=Good bye");

        from("direct:welcome").to("callautomation:play?text=Welcome&voice=en-US-NancyNeural&operationContext=welcome");
        from("direct:playFile").to("callautomation:play?file=https://contoso.example.com/hello.wav");
        from("direct:music").to("callautomation:play?text=Please hold&loop=true&target=" + CUSTOMER);
        from("direct:silence").to("callautomation:cancelAllMediaOperations");
        from("direct:pin")
                .to("callautomation:recognize?operationContext=pin&maxTones=4&stopTones=pound&target=" + CUSTOMER);
        from("direct:question")
                .to("callautomation:recognize?operationContext=question&speechLanguage=en-US&target=" + CUSTOMER);

        from("direct:watchKeys").to("callautomation:startContinuousDtmfRecognition?target=" + CUSTOMER);
        from("direct:watchKeysNoMore").to("callautomation:stopContinuousDtmfRecognition?target=" + CUSTOMER);
        from("direct:sendTones")
                .to("callautomation:sendDtmfTones?tones=12#&operationContext=extension&target=" + CUSTOMER);
        from("direct:hold").to("callautomation:hold?text=One moment please&voice=en-US-NancyNeural&target=" + CUSTOMER);
        from("direct:unhold").to("callautomation:unhold?target=" + CUSTOMER);
        from("direct:customer").to("callautomation:getParticipant?target=" + CUSTOMER);
    }
}
