package org.example.reception;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Answers calls. */
@Component
public class ReceptionRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("callautomation:events?type=IncomingCall")
                .to("callautomation:answerCall?awaitCompletion=true")
                .log("Answered ${header.CamelCallAutomationCallConnectionId}");
    }
}
