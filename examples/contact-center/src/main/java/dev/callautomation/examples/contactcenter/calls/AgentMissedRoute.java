package dev.callautomation.examples.contactcenter.calls;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

import dev.callautomation.camel.CallAutomationException;

import static dev.callautomation.camel.CallAutomationConstants.OPERATION_CONTEXT;
import static dev.callautomation.camel.CallAutomationConstants.RESULT_CODE;
import static dev.callautomation.camel.CallAutomationConstants.RESULT_MEANING;
import static dev.callautomation.camel.CallAutomationConstants.RESULT_SUB_CODE;

/**
 * The agent declined, was busy or did not answer: transfer the caller to the fallback number and open a ticket, so that a
 * person comes back to this customer. The transfer comes first, because the caller is waiting; the ticket is opened even
 * when the transfer fails.
 */
@Component
class AgentMissedRoute extends RouteBuilder {

    @Override
    public void configure() {
        onException(CallAutomationException.class)
                .continued(true)
                .setVariable(
                        "transfer", simple("The transfer to {{contact-center.fallback}} failed: ${exception.message}"));

        from("callautomation:events?type=AddParticipantFailed")
                .routeId("agent-missed")
                .setVariable(
                        "reason",
                        simple("${header." + RESULT_MEANING + "} (${header." + RESULT_CODE + "}/${header."
                                + RESULT_SUB_CODE + "})"))
                .log(
                        "Call ${header.CamelCallAutomationCallConnectionId}: the agent did not take it: ${variable.reason}")
                .setVariable("transfer", constant("The caller is transferred to {{contact-center.fallback}}."))
                .to("callautomation:transfer?target={{contact-center.fallback}}")
                .setBody(header(OPERATION_CONTEXT))
                .to("direct:open-ticket");
    }
}
