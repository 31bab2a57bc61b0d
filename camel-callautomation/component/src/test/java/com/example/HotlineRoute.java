package com.example;

import org.apache.camel.builder.RouteBuilder;

/** Answers calls and transfers them to the support, or to an agent who knows the caller. */
public class HotlineRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("callautomation:events?type=IncomingCall&to=+18005550100")
                .routeId("hotline")
                .to("callautomation:answerCall?awaitCompletion=true")
                .choice()
                .when(simple("${body.from.rawId} == '4:+14255550123'"))
                .to("callautomation:transfer?target=+18005550142")
                .otherwise()
                .toD("callautomation:transfer?target={{support.number}}");
    }
}
