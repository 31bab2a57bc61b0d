package dev.callautomation.examples.contactcenter.calls;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

import dev.callautomation.camel.event.IncomingCall;
import dev.callautomation.camel.model.CommunicationIdentifier;

import static dev.callautomation.camel.CallAutomationConstants.OPERATION_CONTEXT;
import static dev.callautomation.examples.contactcenter.Customer.WITHHELD;

/** Somebody calls: find out who it is, then answer. What was found out becomes the call's operation context. */
@Component
class IncomingCallRoute extends RouteBuilder {

    private static final String E164 = "\\+[1-9][0-9]{1,14}";

    @Override
    public void configure() {
        // The filter on our own number matters: adding an agent makes an incoming call of its own, to the agent.
        from("callautomation:events?type=IncomingCall&to={{contact-center.number}}")
                .routeId("incoming-call")
                .setVariable("caller")
                .body(IncomingCall.class, IncomingCallRoute::callerOf)
                .log("Incoming call from ${variable.caller}")
                .toV("direct:find-customer", "caller", "customer")
                .setHeader(OPERATION_CONTEXT, variable("customer"))
                .to("callautomation:answerCall");
    }

    /** What is no telephone number goes into no query and no record. */
    private static String callerOf(IncomingCall call) {
        CommunicationIdentifier caller = call.from();
        boolean known =
                caller.phoneNumber() != null && caller.phoneNumber().value().matches(E164);
        return known ? caller.phoneNumber().value() : WITHHELD;
    }
}
