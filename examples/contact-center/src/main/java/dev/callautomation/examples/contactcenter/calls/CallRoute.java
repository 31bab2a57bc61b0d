package dev.callautomation.examples.contactcenter.calls;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.springframework.stereotype.Component;

import dev.callautomation.camel.CallAutomationException;
import dev.callautomation.camel.CallAutomationOperationFailedException;
import dev.callautomation.camel.CallAutomationTimeoutException;
import dev.callautomation.camel.event.IncomingCall;
import dev.callautomation.camel.model.CommunicationIdentifier;

import static dev.callautomation.camel.CallAutomationConstants.EVENT_TIME;
import static dev.callautomation.camel.CallAutomationConstants.OPERATION_CONTEXT;
import static dev.callautomation.examples.contactcenter.Customer.WITHHELD;

/**
 * A call, from its announcement until somebody has taken it. Who calls travels as the operation context, and why the agent
 * is missing is carried along, so that another node can go on with the call if this one goes down.
 */
@Component
class CallRoute extends RouteBuilder {

    private static final String E164 = "\\+[1-9][0-9]{1,14}";
    private static final String RESULT = "${header.CamelCallAutomationResultMeaning}"
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
                        + "&invitationTimeoutInSeconds={{contact-center.agent-rings-for-seconds}}")
                .to("direct:log-call")
                .doCatch(CallAutomationOperationFailedException.class)
                .setHeader("AgentMissed", simple(RESULT))
                .to("direct:agent-missed")
                .doCatch(CallAutomationException.class)
                .setHeader("AgentMissed", simple("${exception.message}"))
                .to("direct:agent-missed");

        // The caller waits, so the transfer comes before the ticket, which is opened whatever becomes of the transfer.
        from("direct:agent-missed")
                .routeId("agent-missed")
                .log(
                        "Call ${header.CamelCallAutomationCallConnectionId}: the agent did not take it: ${header.AgentMissed}")
                .doTry()
                .to("callautomation:transfer?awaitCompletion=true&carry=AgentMissed"
                        + "&target={{contact-center.fallback}}")
                .to("direct:transferred")
                .doCatch(
                        CallAutomationException.class,
                        CallAutomationOperationFailedException.class,
                        CallAutomationTimeoutException.class)
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
                .log("Call ${header.CamelCallAutomationCallConnectionId}: nobody took it, hanging up")
                .doTry()
                .to("callautomation:hangUp?forEveryone=true")
                .doCatch(CallAutomationException.class)
                .log("Call ${header.CamelCallAutomationCallConnectionId}: not hung up: ${exception.message}")
                .end()
                .to("direct:open-ticket");

        // The node that waited while somebody's phone rang is gone: its calls go on here.
        later("AddParticipantSucceeded").to("direct:log-call");
        later("AddParticipantFailed").setHeader("AgentMissed", simple(RESULT)).to("direct:agent-missed");
        later("CallTransferAccepted").to("direct:transferred");
        later("CallTransferFailed").setVariable("failure", simple(RESULT)).to("direct:not-transferred");
    }

    private RouteDefinition later(String event) {
        return from("callautomation:events?nobodyWaited=true&type=" + event).routeId("later-" + event);
    }

    /** What is no telephone number goes into no query and no record. */
    private static String callerOf(IncomingCall call) {
        CommunicationIdentifier caller = call.from();
        boolean known =
                caller.phoneNumber() != null && caller.phoneNumber().value().matches(E164);
        return known ? caller.phoneNumber().value() : WITHHELD;
    }
}
