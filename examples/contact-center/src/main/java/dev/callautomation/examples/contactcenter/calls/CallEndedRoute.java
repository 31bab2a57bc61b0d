package dev.callautomation.examples.contactcenter.calls;

import java.util.NoSuchElementException;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

import static dev.callautomation.camel.CallAutomationConstants.RESULT_SUB_CODE;

/**
 * The call is over for us, perhaps hours after it began: its log is completed, by whichever node is up then.
 *
 * <p>The service does not promise an order between events, so the end can overtake the step that writes the log, which is
 * looked for again a few times before the call counts as one that has none: the caller left before an agent came.
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
                .log("Nothing to close: ${exception.message}");

        from("callautomation:events?type=CallDisconnected")
                .routeId("call-ended")
                .log("Call ${header.CamelCallAutomationCallConnectionId}: over")
                .filter(header(RESULT_SUB_CODE).isNotEqualTo(TRANSFERRED))
                .to("direct:complete-call-log");
    }
}
