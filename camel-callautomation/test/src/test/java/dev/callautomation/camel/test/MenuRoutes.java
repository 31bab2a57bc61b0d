package dev.callautomation.camel.test;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Answers calls, reads a menu to the caller, and transfers those who choose sales. */
@Component
public class MenuRoutes extends RouteBuilder {

    static final String OUR_NUMBER = "+18005550100";
    static final String SALES = "+18005550199";
    static final String CALLER = "+14255550123";

    @Override
    public void configure() {
        from("callautomation:events?type=IncomingCall&to=" + OUR_NUMBER)
                .to("callautomation:answerCall?awaitCompletion=true&cognitiveServicesEndpoint=https://ai.example.com")
                .to("callautomation:recognize?awaitCompletion=true&target=" + CALLER
                        + "&text=For sales, press 1.&voice=en-US-NancyNeural&maxTones=1")
                .to("callautomation:transfer?target=" + SALES);
    }
}
