package dev.callautomation.examples.contactcenter.tickets;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

import dev.callautomation.examples.contactcenter.Customer;

import static dev.callautomation.camel.CallAutomationConstants.OPERATION_CONTEXT;

/** Opens a ticket for a caller without an agent. It stays open until a person has called back. */
@Component
class OpenTicketRoute extends RouteBuilder {

    @Override
    public void configure() {
        // The calling route handles failures.
        errorHandler(noErrorHandler());

        from("direct:open-ticket")
                .routeId("open-ticket")
                .setBody(header(OPERATION_CONTEXT))
                .unmarshal()
                .json(Customer.class)
                .setBody(Incident::opened)
                .marshal()
                .json()
                // or they would be sent as HTTP headers
                .removeHeaders("*")
                .setHeader(Exchange.HTTP_METHOD, constant("POST"))
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                .to(
                        "{{service-now.url}}/api/now/table/incident?authMethod=Basic&authenticationPreemptive=true"
                                + "&authUsername={{service-now.user}}&authPassword=RAW({{service-now.password}})"
                                + "&connectTimeout={{service-now.timeout-millis}}&responseTimeout={{service-now.timeout-millis}}");
    }
}
