package dev.callautomation.examples.contactcenter.calls;

import java.util.NoSuchElementException;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

import static dev.callautomation.camel.CallAutomationConstants.RESULT_SUB_CODE;

/**
 * Completes the log of a call that has ended, perhaps hours after it began, on any node.
 *
 * <p>The service guarantees no order of events, so the end can overtake the step that writes the log. The query is retried
 * before the call counts as one without a log: the caller hung up before the agent joined.
 */
@Component
class CallEndedRoute extends RouteBuilder {

    /** "Call ended by service after successful transfer" in the service's list of call-end codes. */
    private static final int TRANSFERRED = 7015;

    @Override
    public void configure() {
        onException(NoSuchElementException.class)
                .maximumRedeliveries("{{contact-center.record-attempts}}")
                .redeliveryDelay("{{contact-center.record-delay-millis}}")
                .asyncDelayedRedelivery()
                .handled(true)
                .log("No log to complete: ${exception.message}");

        from("callautomation:events?type=CallDisconnected")
                .routeId("call-ended")
                .log("Call ${header.CamelCallAutomationCallConnectionId}: over")
                .filter(header(RESULT_SUB_CODE).isNotEqualTo(TRANSFERRED))
                .to("direct:complete-call-log");
    }
}
