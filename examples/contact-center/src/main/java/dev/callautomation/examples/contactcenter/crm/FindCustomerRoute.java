package dev.callautomation.examples.contactcenter.crm;

import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

import dev.callautomation.examples.contactcenter.Customer;

/**
 * Takes a phone number, gives the {@link Customer} as JSON text. A number the CRM does not know gives an unknown caller, and
 * so does a CRM that is not available.
 */
@Component
class FindCustomerRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:find-customer")
                .routeId("find-customer")
                .setVariable("phone", body())
                .setHeader("sObjectQuery", simple("SELECT Id, Name FROM Contact WHERE Phone = '${body}' LIMIT 1"))
                .doTry()
                .to("salesforce:query?rawPayload=true")
                .unmarshal()
                .json(QueryResult.class)
                .endDoTry()
                .doCatch(Exception.class)
                .log(LoggingLevel.WARN, "The CRM query for ${variable.phone} failed: ${exception.message}")
                .setBody(exchange -> QueryResult.NOTHING)
                .end()
                .setBody(FindCustomerRoute::customer)
                .marshal()
                .json()
                .convertBodyTo(String.class);
    }

    private static Customer customer(Exchange exchange) {
        QueryResult found = exchange.getMessage().getBody(QueryResult.class);
        return found.isEmpty()
                ? Customer.unknown(phone(exchange))
                : new Customer(
                        phone(exchange), found.first().id(), found.first().name());
    }

    private static String phone(Exchange exchange) {
        return exchange.getVariable("phone", String.class);
    }
}
