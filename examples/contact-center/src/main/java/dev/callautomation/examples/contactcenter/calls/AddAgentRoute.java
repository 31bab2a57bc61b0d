package dev.callautomation.examples.contactcenter.calls;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The caller is on the line: invite the agent. The customer goes along, as the context of the invitation. */
@Component
class AddAgentRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("callautomation:events?type=CallConnected")
                .routeId("add-agent")
                .log("Call ${header.CamelCallAutomationCallConnectionId}: connected, inviting the agent")
                .to("callautomation:addParticipant?target={{contact-center.agent}}"
                        + "&sourceCallerIdNumber={{contact-center.number}}"
                        + "&invitationTimeoutInSeconds={{contact-center.agent-rings-for-seconds}}");
    }
}
