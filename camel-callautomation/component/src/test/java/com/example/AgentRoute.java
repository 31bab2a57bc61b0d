package com.example;

import org.apache.camel.builder.RouteBuilder;

import dev.callautomation.camel.CallAutomationException;

/** Invites an agent into a call, and transfers the caller if the agent does not join. */
public class AgentRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:agent")
                .routeId("agent")
                .doTry()
                .to("callautomation:addParticipant?awaitCompletion=true&target=+18005550142")
                .id("invite")
                .doCatch(CallAutomationException.class)
                .to("callautomation:transfer?target=+18005550199")
                .id("transfer")
                .end();
    }
}
