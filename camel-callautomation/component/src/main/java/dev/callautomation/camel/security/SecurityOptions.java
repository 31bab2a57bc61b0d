package dev.callautomation.camel.security;

/** The options that {@link SecuritySettings} are made of, as they were written. */
public interface SecurityOptions {

    CallbackSecurity getCallbackSecurity();

    String getResourceId();

    String getCallbackAuthority();

    /** In milliseconds. */
    long getClockSkew();

    String getEventGridSecret();

    String getEventGridTenantId();

    String getEventGridAudience();

    String getEventGridAppId();

    String getEventGridAuthority();

    String getEventGridSubscriptions();

    String getEventGridOrigins();
}
