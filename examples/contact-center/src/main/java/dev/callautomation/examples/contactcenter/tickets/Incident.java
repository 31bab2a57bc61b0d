package dev.callautomation.examples.contactcenter.tickets;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

import dev.callautomation.examples.contactcenter.Customer;

import static dev.callautomation.camel.CallAutomationConstants.CALL_CONNECTION_ID;
import static dev.callautomation.camel.CallAutomationConstants.CORRELATION_ID;
import static dev.callautomation.camel.CallAutomationConstants.SERVER_CALL_ID;

/**
 * A ticket: standard fields of ServiceNow's incident. {@code correlation_id} holds the call connection id.
 *
 * @param workNotes when the call was transferred; {@code null} if it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
record Incident(
        String shortDescription, String description, String contactType, String correlationId, String workNotes) {

    /** For the customer in the body, with the reason from a header and the result of the transfer from a variable. */
    static Incident opened(Exchange exchange) {
        Message message = exchange.getMessage();
        Customer customer = message.getBody(Customer.class);
        String description = """
                Caller: %s
                Customer: %s (%s)
                Reason: %s
                %s
                Call connection id: %s
                Server call id: %s
                Correlation id: %s""".formatted(
                        customer.phone(),
                        customer.name(),
                        customer.id() == null ? "not in the CRM" : customer.id(),
                        message.getHeader("AgentMissed"),
                        exchange.getVariable("transfer"),
                        message.getHeader(CALL_CONNECTION_ID),
                        message.getHeader(SERVER_CALL_ID),
                        message.getHeader(CORRELATION_ID));
        Object handedOver = exchange.getVariable("handed-over");
        return new Incident(
                "Call back %s, %s".formatted(customer.name(), customer.phone()),
                description,
                "phone",
                message.getHeader(CALL_CONNECTION_ID, String.class),
                handedOver == null ? null : "Our part of the call ended at %s.".formatted(handedOver));
    }
}
