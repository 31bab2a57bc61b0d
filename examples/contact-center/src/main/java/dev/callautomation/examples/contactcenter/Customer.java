package dev.callautomation.examples.contactcenter;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The caller. Travels through the whole call as its operation context: the service returns the context with its events, so
 * that an instance that continues the call of another has it.
 *
 * @param phone E.164 number, or {@link #WITHHELD}
 * @param id the CRM's id of the customer, null if the CRM doesn't know the number
 * @param name as written into logs and tickets
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Customer(String phone, String id, String name) {

    public static final String WITHHELD = "number withheld";

    public static Customer unknown(String phone) {
        return new Customer(phone, null, "Unknown caller");
    }
}
