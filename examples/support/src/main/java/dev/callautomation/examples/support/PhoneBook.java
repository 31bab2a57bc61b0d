package dev.callautomation.examples.support;

import dev.callautomation.examples.support.StubCrm.Contact;

/** Phone numbers and raw ids of the simulated calls. */
public final class PhoneBook {

    public static final String CONTACT_CENTER = "+18005550100";
    public static final String FALLBACK = "+18005550199";
    public static final String MEETING = "+18005550142";
    public static final String AGENT = "8:acs:3afbe310-c6d9-4b6f-a11e-c2aeb352f207_agent-mary";
    public static final Contact ADA = new Contact("0038d00000ADA01AAA", "Ada Summers", "+14255550101");
    public static final Contact BEN = new Contact("0038d00000BEN02AAA", "Ben Winter", "+14255550102");

    private PhoneBook() {}
}
