package dev.callautomation.examples.support.backoffice;

/**
 * A customer the CRM knows.
 *
 * @param id 18 characters as Salesforce writes them, starting with {@code 003}, the prefix of a Contact
 * @param name first and last name
 * @param phone E.164 number
 */
public record Contact(String id, String name, String phone) {}
