package dev.callautomation.examples.contactcenter.calls;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

import dev.callautomation.examples.contactcenter.NoRecordYetException;

import static dev.callautomation.camel.CallAutomationConstants.RESULT_SUB_CODE;

/**
 * The call is over for us. A call an agent took: its log is completed. A call handed over to the fallback number: the ticket
 * gets a note and stays open, for a person has to close it.
 *
 * <p>The service does not promise an order between events, so the end can overtake the step that writes the record. The
 * record is looked for again a few times before the call counts as one that has none: the caller left before an agent came.
 */
@Component
class CallEndedRoute extends RouteBuilder {

    /** "Call ended by service after successful transfer" in the service's list of call-end codes. */
    private static final int TRANSFERRED = 7015;

    @Override
    public void configure() {
        onException(NoRecordYetException.class)
                .maximumRedeliveries("{{contact-center.record-attempts}}")
                .redeliveryDelay("{{contact-center.record-delay-millis}}")
                .asyncDelayedRedelivery()
                .handled(true)
                .log("Nothing to close: ${exception.message}");

        from("callautomation:events?type=CallDisconnected")
                .routeId("call-ended")
                .log("Call ${header.CamelCallAutomationCallConnectionId}: over")
                .choice()
                .when(header(RESULT_SUB_CODE).isEqualTo(TRANSFERRED))
                .to("direct:note-end-on-ticket")
                .otherwise()
                .to("direct:complete-call-log");
    }
}
