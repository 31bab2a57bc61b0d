package com.example;

import org.apache.camel.builder.RouteBuilder;

/** Answers calls to our number and tells of them in the log. */
public class ReceptionRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("callautomation:events?type=IncomingCall&to={{reception.number}}")
                .log("${body.from.rawId} calls")
                .to("callautomation:answerCall?awaitCompletion=true")
                .log("Connected: ${header.CamelCallAutomationCallConnectionId}");

        from("callautomation:events?type=CallDisconnected")
                .log("The call is over: ${header.CamelCallAutomationResultMeaning}");
    }
}
