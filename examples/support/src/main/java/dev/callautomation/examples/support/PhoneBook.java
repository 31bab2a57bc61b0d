package dev.callautomation.examples.support;

import java.util.List;
import java.util.Map;

import dev.callautomation.examples.support.backoffice.Contact;

/** The numbers of the examples, and the names a person reads instead of them. */
public final class PhoneBook {

    public static final String CONTACT_CENTER = "+18005550100";
    public static final String FALLBACK = "+18005550199";
    public static final String MEETING = "+18005550142";
    public static final String AGENT = "8:acs:3afbe310-c6d9-4b6f-a11e-c2aeb352f207_agent-mary";

    public static final Contact ADA = new Contact("0038d00000ADA01AAA", "Ada Summers", "+14255550101");
    public static final Contact BEN = new Contact("0038d00000BEN02AAA", "Ben Winter", "+14255550102");

    /** Who is in the CRM from the start. */
    public static final List<Contact> CONTACTS = List.of(ADA, BEN);

    private static final Map<String, String> PHONES = Map.of(
            CONTACT_CENTER,
            "Contact centre",
            FALLBACK,
            "Fallback desk",
            MEETING,
            "Meeting",
            "agent-mary",
            "Agent Mary",
            ADA.phone(),
            ADA.name(),
            BEN.phone(),
            BEN.name());
    private static final Map<String, String> SYSTEMS = Map.of(
            "application", "Contact centre",
            "service", "Call service",
            "event grid", "Event Grid");

    private PhoneBook() {}

    /** The name behind a number or another label of the simulator's timeline; the label itself if it has none. */
    public static String name(String label) {
        return PHONES.getOrDefault(label, SYSTEMS.getOrDefault(label, label));
    }

    /** The text with names instead of the numbers it mentions. */
    public static String inWords(String text) {
        String words = text;
        for (Map.Entry<String, String> phone : PHONES.entrySet()) {
            words = words.replace(phone.getKey(), phone.getValue());
        }
        return words;
    }
}
