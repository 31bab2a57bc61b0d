package com.example;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

import dev.callautomation.camel.CallAutomationException;

/** Answers calls and reads a menu. Callers who press 1 are transferred to sales, all others hear a goodbye. */
@Component
public class MenuRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("callautomation:events?type=IncomingCall&to=+18005550100")
                .setVariable("caller", simple("${body.from.rawId}"))
                .to("callautomation:answerCall?awaitCompletion=true&cognitiveServicesEndpoint=https://ai.example.com")
                .doTry()
                .setHeader("CamelCallAutomationTarget", variable("caller"))
                .to("callautomation:recognize?awaitCompletion=true&text=For sales, press 1&voice=en-US-NancyNeural"
                        + "&choices=sales::1&initialSilenceTimeout=2s")
                .removeHeader("CamelCallAutomationTarget")
                .to("callautomation:transfer?awaitCompletion=true&target=+18005550199")
                .doCatch(CallAutomationException.class)
                .to("callautomation:play?awaitCompletion=true&text=Please call again later&voice=en-US-NancyNeural")
                .to("callautomation:hangUp?forEveryone=true")
                .end();
    }
}
