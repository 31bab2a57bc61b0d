package dev.callautomation.examples.support.backoffice;

import java.util.List;

/**
 * The systems behind a contact centre.
 *
 * @param crm knows the customers and keeps the call logs
 * @param tickets keeps what a person has to come back to
 */
public record BackOffice(SalesforceServer crm, ServiceNowServer tickets) implements AutoCloseable {

    /**
     * Starts both systems on loopback.
     *
     * @param crmPort 0 for any free one
     * @param ticketsPort 0 for any free one
     * @param contacts the customers the CRM knows
     */
    public static BackOffice start(int crmPort, int ticketsPort, List<Contact> contacts) {
        SalesforceServer crm = SalesforceServer.start(crmPort, contacts);
        try {
            return new BackOffice(crm, ServiceNowServer.start(ticketsPort));
        } catch (RuntimeException e) {
            crm.close();
            throw e;
        }
    }

    @Override
    public void close() {
        tickets.close();
        crm.close();
    }
}
