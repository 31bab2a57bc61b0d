package dev.callautomation.examples.contactcenter.calls;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

import static dev.callautomation.camel.CallAutomationConstants.OPERATION_CONTEXT;

/** The agent took the call: log it on the customer's record. */
@Component
class AgentJoinedRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("callautomation:events?type=AddParticipantSucceeded")
                .routeId("agent-joined")
                .log("Call ${header.CamelCallAutomationCallConnectionId}: the agent joined")
                .setBody(header(OPERATION_CONTEXT))
                .to("direct:log-call");
    }
}
