package dev.callautomation.examples.contactcenter.calls;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.springframework.stereotype.Component;

import dev.callautomation.camel.CallAutomationException;
import dev.callautomation.camel.event.IncomingCall;
import dev.callautomation.camel.model.CommunicationIdentifier;

import static dev.callautomation.camel.CallAutomationConstants.CALL_CONNECTION_ID;
import static dev.callautomation.camel.CallAutomationConstants.EVENT_TIME;
import static dev.callautomation.camel.CallAutomationConstants.OPERATION_CONTEXT;
import static dev.callautomation.examples.contactcenter.Customer.WITHHELD;
import static org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository.memoryIdempotentRepository;

/**
 * A call, from its announcement until it is answered by the agent or the fallback, or ended. The customer travels as the
 * operation context, and the reason for the agent's absence in a context header, so that another node can continue the call
 * if this one stops.
 */
@Component
class CallRoute extends RouteBuilder {

    private static final String E164 = "\\+[1-9][0-9]{1,14}";
    private static final String RESULT = "${header.CamelCallAutomationResultSubCodeDescription}"
            + " (${header.CamelCallAutomationResultCode}/${header.CamelCallAutomationResultSubCode})";

    @Override
    public void configure() {
        // The filter on our own number matters: adding an agent makes an incoming call of its own, to the agent.
        from("callautomation:events?type=IncomingCall&to={{contact-center.number}}")
                .routeId("call")
                .setVariable("caller")
                .body(IncomingCall.class, CallRoute::callerOf)
                .log("Incoming call from ${variable.caller}")
                .toV("direct:find-customer", "caller", "customer")
                .setHeader(OPERATION_CONTEXT, variable("customer"))
                .to("callautomation:answerCall?awaitCompletion=true")
                .doTry()
                .to("callautomation:addParticipant?awaitCompletion=true&target={{contact-center.agent}}"
                        + "&sourceCallerIdNumber={{contact-center.number}}"
                        + "&invitationTimeout={{contact-center.agent-ring-timeout}}"
                        + "&completionTimeout={{contact-center.agent-event-timeout}}")
                .to("direct:log-call")
                // declined, busy, no answer, refused by the service, or no event in time
                .doCatch(CallAutomationException.class)
                .setHeader("AgentMissed", simple("${exception.message}"))
                .to("direct:agent-missed");

        // The caller waits, so the transfer comes before the ticket, which is opened in any case. Once for each call:
        // after
        // the timeout of the step that added the agent, the event of a late decline is an orphaned one.
        from("direct:agent-missed")
                .routeId("agent-missed")
                .idempotentConsumer(header(CALL_CONNECTION_ID), memoryIdempotentRepository(10_000))
                // a failure that doCatch has handled counts as one
                .removeOnFailure(false)
                .log(
                        "Call ${header.CamelCallAutomationCallConnectionId}: the agent did not take it: ${header.AgentMissed}")
                .doTry()
                .to("callautomation:transfer?awaitCompletion=true&contextHeaders=AgentMissed"
                        + "&target={{contact-center.fallback}}")
                .to("direct:transferred")
                .doCatch(CallAutomationException.class)
                .setVariable("failure", simple("${exception.message}"))
                .to("direct:not-transferred");

        from("direct:transferred")
                .routeId("transferred")
                .setVariable("handed-over", header(EVENT_TIME))
                .setVariable("transfer", constant("The caller is transferred to {{contact-center.fallback}}."))
                .to("direct:open-ticket");

        from("direct:not-transferred")
                .routeId("not-transferred")
                .setVariable(
                        "transfer", simple("The transfer to {{contact-center.fallback}} failed: ${variable.failure}"))
                .log("Call ${header.CamelCallAutomationCallConnectionId}: no participant took it, hanging up")
                .doTry()
                .to("callautomation:hangUp?forEveryone=true")
                .doCatch(CallAutomationException.class)
                .log("Call ${header.CamelCallAutomationCallConnectionId}: not hung up: ${exception.message}")
                .end()
                .to("direct:open-ticket");

        // The node that waited for these events is gone, and its calls continue here.
        orphaned("AddParticipantSucceeded").to("direct:log-call");
        orphaned("AddParticipantFailed")
                .setHeader("AgentMissed", simple(RESULT))
                .to("direct:agent-missed");
        orphaned("CallTransferAccepted").to("direct:transferred");
        orphaned("CallTransferFailed").setVariable("failure", simple(RESULT)).to("direct:not-transferred");
    }

    private RouteDefinition orphaned(String event) {
        return from("callautomation:events?orphanedOnly=true&type=" + event).routeId("orphaned-" + event);
    }

    /** What is no telephone number goes into no query and no record. */
    private static String callerOf(IncomingCall call) {
        CommunicationIdentifier caller = call.from();
        boolean known =
                caller.phoneNumber() != null && caller.phoneNumber().value().matches(E164);
        return known ? caller.phoneNumber().value() : WITHHELD;
    }
}
