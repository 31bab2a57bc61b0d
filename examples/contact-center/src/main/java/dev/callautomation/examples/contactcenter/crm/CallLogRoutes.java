package dev.callautomation.examples.contactcenter.crm;

import java.util.NoSuchElementException;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

import dev.callautomation.examples.contactcenter.Customer;

import static dev.callautomation.camel.CallAutomationConstants.CALL_CONNECTION_ID;
import static dev.callautomation.camel.CallAutomationConstants.OPERATION_CONTEXT;

/** Writes a call on the customer's record, and completes what was written once the call is over. */
@Component
class CallLogRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // The calling route handles failures.
        errorHandler(noErrorHandler());

        from("direct:log-call")
                .routeId("log-call")
                .log("Call ${header.CamelCallAutomationCallConnectionId}: the agent joined")
                .setBody(header(OPERATION_CONTEXT))
                .unmarshal()
                .json(Customer.class)
                .setBody()
                .body(Customer.class, (customer, headers) -> CallLog.started(customer, headers.get(CALL_CONNECTION_ID)))
                .marshal()
                .json()
                .to("salesforce:createSObject?sObjectName=Task&rawPayload=true");

        from("direct:complete-call-log")
                .routeId("complete-call-log")
                // the id comes from outside and goes into a query
                .validate(header(CALL_CONNECTION_ID).regex("[0-9A-Za-z-]+"))
                .setHeader(
                        "sObjectQuery",
                        simple("SELECT Id FROM Task WHERE CallObject = '${header." + CALL_CONNECTION_ID + "}'"))
                .to("salesforce:query?rawPayload=true")
                .unmarshal()
                .json(QueryResult.class)
                .filter(simple("${body.isEmpty}"))
                .throwException(
                        NoSuchElementException.class, "no call log carries ${header." + CALL_CONNECTION_ID + "}")
                .end()
                .setHeader("sObjectId", simple("${body.first.id}"))
                .setBody(constant("{\"Status\":\"Completed\"}"))
                .to("salesforce:updateSObject?sObjectName=Task&rawPayload=true");
    }
}
