package dev.callautomation.camel.test;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.apache.camel.builder.RouteBuilder;

import dev.callautomation.camel.CallAutomationException;

/** Answers calls, reads a menu, invites an agent, and transfers the caller if the agent does not take the call. */
class DeskRoutes extends RouteBuilder {

    static final String OUR_NUMBER = "+18005550100";
    static final String CALLER = "+4930901820123";
    static final String AGENT = "+18005550142";
    static final String FALLBACK = "+18005550199";

    final Queue<String> contexts = new ConcurrentLinkedQueue<>();

    @Override
    public void configure() {
        from("callautomation:events?type=IncomingCall&to=" + OUR_NUMBER)
                .process(exchange -> contexts.add(
                        exchange.getMessage().getHeader("CamelCallAutomationIncomingCallContext", String.class)))
                .setVariable("caller", simple("${body.from.rawId}"))
                .to("direct:begin");
        from("direct:begin").to(answer()).to("direct:desk");
        from("direct:desk")
                .to(
                        "callautomation:play?awaitCompletion=true&text=Welcome, or call (030) 901820-55&voice=en-US-NancyNeural")
                .setHeader("CamelCallAutomationTarget", variable("caller"))
                .to("callautomation:recognize?awaitCompletion=true&text=For sales, press 1&voice=en-US-NancyNeural"
                        + "&maxTones=1&operationContext=menu")
                .removeHeader("CamelCallAutomationTarget")
                .doTry()
                .to("callautomation:addParticipant?awaitCompletion=true&target=" + AGENT + "&sourceCallerIdNumber="
                        + OUR_NUMBER + "&voipHeader.ticket=INC-4711")
                .doCatch(CallAutomationException.class)
                .to("callautomation:transfer?awaitCompletion=true&target=" + fallback())
                .end();
    }

    String answer() {
        return "callautomation:answerCall?awaitCompletion=true&cognitiveServicesEndpoint=https://ai.example.com";
    }

    String fallback() {
        return FALLBACK;
    }
}
