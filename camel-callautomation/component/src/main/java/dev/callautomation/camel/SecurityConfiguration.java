package dev.callautomation.camel;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

import dev.callautomation.camel.security.CallbackSecurity;
import dev.callautomation.camel.security.SecurityOptions;

/**
 * Who may deliver events, on which all consumers of a component must agree for they share one path, and what is kept out
 * of logs.
 */
@UriParams
public class SecurityConfiguration implements SecurityOptions {

    @UriParam(
            label = "consumer,security",
            defaultValue = "verified",
            description = "Whether deliveries of events must prove to come from the service: by the service's token, "
                    + "by Event Grid's token, or by the secret. With none, whoever reaches the callback path can start "
                    + "routes with made-up events.")
    private CallbackSecurity callbackSecurity = CallbackSecurity.verified;

    @UriParam(
            label = "consumer,security",
            description = "The immutable id of the resource, which the tokens of the service are made out for. The "
                    + "Azure portal shows it on the resource's page Properties.")
    private String resourceId;

    @UriParam(
            label = "consumer,security",
            defaultValue = "https://acscallautomation.communication.azure.com",
            description = "Who issues the tokens of the service; with a simulator, its address. Only addresses of this "
                    + "machine may be http.")
    private String callbackAuthority = "https://acscallautomation.communication.azure.com";

    @UriParam(
            label = "consumer,security",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description = "How far the clocks of this machine and of the issuer of a token may differ, at most 5 "
                    + "minutes.")
    private long clockSkew = 60_000;

    @UriParam(
            label = "consumer,security",
            secret = true,
            description = "The secret by which deliveries of Event Grid are known: the address of its subscription "
                    + "ends in ?code= and the secret. 16 to 200 letters, digits and - . _")
    private String eventGridSecret;

    @UriParam(
            label = "consumer,security",
            description = "The id of the Microsoft Entra tenant whose tokens Event Grid delivers with. Needs "
                    + "eventGridAudience.")
    private String eventGridTenantId;

    @UriParam(
            label = "consumer,security",
            description = "Whom the tokens of Event Grid are made out for: the id or URI of the application that the "
                    + "event subscription names.")
    private String eventGridAudience;

    @UriParam(
            label = "consumer,security,advanced",
            defaultValue = "4962773b-9cdb-44cf-a8bf-237846a00ab7",
            description =
                    "The application that tokens of Event Grid are given to. The default is Event Grid in Azure's "
                            + "public cloud.")
    private String eventGridAppId = "4962773b-9cdb-44cf-a8bf-237846a00ab7";

    @UriParam(
            label = "consumer,security,advanced",
            defaultValue = "https://login.microsoftonline.com",
            description = "Who issues the tokens of Event Grid; other clouds have an address of their own.")
    private String eventGridAuthority = "https://login.microsoftonline.com";

    @UriParam(
            label = "consumer,security,advanced",
            description = "The only event subscriptions that are validated, with commas between them: each by its name "
                    + "or by the path of its topic. Without it, all that show the secret or a token.")
    private String eventGridSubscriptions;

    @UriParam(
            label = "consumer,security,advanced",
            defaultValue = "eventgrid.azure.net",
            description = "The only origins whose handshake of the CloudEvents schema is answered, with commas between "
                    + "them.")
    private String eventGridOrigins = "eventgrid.azure.net";

    @UriParam(
            label = "security",
            description = "Whether phone numbers and ids of users are masked in the log and the exceptions of the "
                    + "component. Headers and bodies of messages keep them.")
    private boolean maskIdentifiers;

    @Override
    public CallbackSecurity getCallbackSecurity() {
        return callbackSecurity;
    }

    public void setCallbackSecurity(CallbackSecurity callbackSecurity) {
        this.callbackSecurity = callbackSecurity;
    }

    @Override
    public String getResourceId() {
        return resourceId;
    }

    public void setResourceId(String resourceId) {
        this.resourceId = resourceId;
    }

    @Override
    public String getCallbackAuthority() {
        return callbackAuthority;
    }

    public void setCallbackAuthority(String callbackAuthority) {
        this.callbackAuthority = callbackAuthority;
    }

    @Override
    public long getClockSkew() {
        return clockSkew;
    }

    public void setClockSkew(long clockSkew) {
        this.clockSkew = clockSkew;
    }

    @Override
    public String getEventGridSecret() {
        return eventGridSecret;
    }

    public void setEventGridSecret(String eventGridSecret) {
        this.eventGridSecret = eventGridSecret;
    }

    @Override
    public String getEventGridTenantId() {
        return eventGridTenantId;
    }

    public void setEventGridTenantId(String eventGridTenantId) {
        this.eventGridTenantId = eventGridTenantId;
    }

    @Override
    public String getEventGridAudience() {
        return eventGridAudience;
    }

    public void setEventGridAudience(String eventGridAudience) {
        this.eventGridAudience = eventGridAudience;
    }

    @Override
    public String getEventGridAppId() {
        return eventGridAppId;
    }

    public void setEventGridAppId(String eventGridAppId) {
        this.eventGridAppId = eventGridAppId;
    }

    @Override
    public String getEventGridAuthority() {
        return eventGridAuthority;
    }

    public void setEventGridAuthority(String eventGridAuthority) {
        this.eventGridAuthority = eventGridAuthority;
    }

    @Override
    public String getEventGridSubscriptions() {
        return eventGridSubscriptions;
    }

    public void setEventGridSubscriptions(String eventGridSubscriptions) {
        this.eventGridSubscriptions = eventGridSubscriptions;
    }

    @Override
    public String getEventGridOrigins() {
        return eventGridOrigins;
    }

    public void setEventGridOrigins(String eventGridOrigins) {
        this.eventGridOrigins = eventGridOrigins;
    }

    public boolean isMaskIdentifiers() {
        return maskIdentifiers;
    }

    public void setMaskIdentifiers(boolean maskIdentifiers) {
        this.maskIdentifiers = maskIdentifiers;
    }
}
