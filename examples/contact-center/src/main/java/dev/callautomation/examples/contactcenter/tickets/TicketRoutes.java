package dev.callautomation.examples.contactcenter.tickets;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

import dev.callautomation.examples.contactcenter.Customer;
import dev.callautomation.examples.contactcenter.NoRecordYetException;

import static dev.callautomation.camel.CallAutomationConstants.CALL_CONNECTION_ID;
import static dev.callautomation.camel.CallAutomationConstants.EVENT_TIME;

/** Opens a ticket for a caller the agent missed, and notes on it when the call was over. */
@Component
class TicketRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // The route that asks for it knows what a failure means.
        errorHandler(noErrorHandler());

        from("direct:open-ticket")
                .routeId("open-ticket")
                .unmarshal()
                .json(Customer.class)
                .setBody(Incident::opened)
                .marshal()
                .json()
                .setHeader(Exchange.HTTP_METHOD, constant("POST"))
                .to("direct:service-now");

        from("direct:note-end-on-ticket")
                .routeId("note-end-on-ticket")
                .to("direct:find-ticket")
                .setHeader(Exchange.HTTP_METHOD, constant("PATCH"))
                .setHeader(Exchange.HTTP_PATH, simple("/${body.first.sysId}"))
                .setBody(simple("{\"work_notes\":\"Our part of the call ended at ${header." + EVENT_TIME + "}.\"}"))
                .to("direct:service-now");

        from("direct:find-ticket")
                .routeId("find-ticket")
                // the id comes from outside and goes into a query
                .validate(header(CALL_CONNECTION_ID).regex("[0-9A-Za-z-]+"))
                .setHeader(Exchange.HTTP_METHOD, constant("GET"))
                .setHeader(
                        Exchange.HTTP_QUERY,
                        simple("sysparm_query=correlation_id=${header." + CALL_CONNECTION_ID + "}"
                                + "&sysparm_fields=sys_id&sysparm_limit=1"))
                .to("direct:service-now")
                .removeHeader(Exchange.HTTP_QUERY)
                .unmarshal()
                .json(IncidentList.class)
                .filter(simple("${body.isEmpty}"))
                .throwException(NoRecordYetException.class, "no ticket carries ${header." + CALL_CONNECTION_ID + "}");

        from("direct:service-now")
                .routeId("service-now")
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                .to(
                        "{{service-now.url}}/api/now/table/incident?authMethod=Basic&authenticationPreemptive=true"
                                + "&authUsername={{service-now.user}}&authPassword=RAW({{service-now.password}})"
                                + "&connectTimeout={{service-now.timeout-millis}}&responseTimeout={{service-now.timeout-millis}}");
    }
}
