package dev.callautomation.examples.contactcenter.crm;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import dev.callautomation.examples.contactcenter.Customer;

/**
 * A call on a customer's record: the standard fields of Salesforce's Task, without any set-up of the org. {@code CallObject}
 * holds the call connection id, which is how the log is found again. The log of an unknown caller has no
 * {@code WhoId} and carries the number in its subject.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(UpperCamelCaseStrategy.class)
record CallLog(
        String whoId,
        String subject,
        String taskSubtype,
        String callType,
        String callObject,
        String status,
        String callDisposition) {

    static CallLog started(Customer customer, Object callConnectionId) {
        return new CallLog(
                customer.id(),
                "Call from %s, %s".formatted(customer.name(), customer.phone()),
                "Call",
                "Inbound",
                String.valueOf(callConnectionId),
                "In Progress",
                "Taken by the agent");
    }
}
