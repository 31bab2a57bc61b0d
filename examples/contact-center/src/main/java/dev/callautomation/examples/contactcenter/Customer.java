package dev.callautomation.examples.contactcenter;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Who is calling. Travels through the whole call as its operation context: the service hands the context back with its
 * events, so that an instance that takes a call over from another knows who calls.
 *
 * @param phone E.164 number, or {@link #WITHHELD}
 * @param id the CRM's id of the customer, null if the CRM doesn't know the number
 * @param name how to call the customer in a log or a ticket
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Customer(String phone, String id, String name) {

    public static final String WITHHELD = "number withheld";

    public static Customer unknown(String phone) {
        return new Customer(phone, null, "Unknown caller");
    }
}
