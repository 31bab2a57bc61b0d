package com.example;

import org.apache.camel.builder.RouteBuilder;

import dev.callautomation.camel.CallAutomationException;

/** Answers calls to our number and logs them. */
public class ReceptionRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("callautomation:events?type=IncomingCall&to={{reception.number}}")
                .log("${body.from.rawId} calls")
                .doTry()
                .to("callautomation:answerCall?awaitCompletion=true")
                .log("Connected: ${header.CamelCallAutomationCallConnectionId}")
                .doCatch(CallAutomationException.class)
                .log("Not connected: ${exception.message}")
                .end();

        from("callautomation:events?type=CallDisconnected")
                .log("The call has ended: ${header.CamelCallAutomationResultSubCodeDescription}");
    }
}
