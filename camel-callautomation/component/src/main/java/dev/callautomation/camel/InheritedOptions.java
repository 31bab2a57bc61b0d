package dev.callautomation.camel;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Options of the connection, and of the authentication of deliveries, that an endpoint inherits from the component. They follow
 * the component until the endpoint sets them, so that new credentials of the component take effect when a producer or consumer
 * starts. Written out, because two lambdas for each option are a tenth of the classes that the component adds to a start.
 */
final class InheritedOptions {

    private InheritedOptions() {}

    /**
     * @param given     names of the options in the URI of the endpoint
     * @param own       options of the endpoint
     * @param inherited options of the component when the endpoint was created
     * @param current   options of the component now
     */
    static CallAutomationConfiguration current(
            Set<String> given,
            CallAutomationConfiguration own,
            CallAutomationConfiguration inherited,
            CallAutomationConfiguration current) {
        CallAutomationConfiguration result = own.copy();
        if (inherits("connectionString", given, own.getConnectionString(), inherited.getConnectionString())) {
            result.setConnectionString(current.getConnectionString());
        }
        if (inherits("endpoint", given, own.getEndpoint(), inherited.getEndpoint())) {
            result.setEndpoint(current.getEndpoint());
        }
        if (inherits("accessKey", given, own.getAccessKey(), inherited.getAccessKey())) {
            result.setAccessKey(current.getAccessKey());
        }
        if (inherits("credentialType", given, own.getCredentialType(), inherited.getCredentialType())) {
            result.setCredentialType(current.getCredentialType());
        }
        if (inherits("tenantId", given, own.getTenantId(), inherited.getTenantId())) {
            result.setTenantId(current.getTenantId());
        }
        if (inherits("clientId", given, own.getClientId(), inherited.getClientId())) {
            result.setClientId(current.getClientId());
        }
        if (inherits("clientSecret", given, own.getClientSecret(), inherited.getClientSecret())) {
            result.setClientSecret(current.getClientSecret());
        }
        if (inherits("tokenCredential", given, own.getTokenCredential(), inherited.getTokenCredential())) {
            result.setTokenCredential(current.getTokenCredential());
        }
        if (inherits(
                "sslContextParameters", given, own.getSslContextParameters(), inherited.getSslContextParameters())) {
            result.setSslContextParameters(current.getSslContextParameters());
        }
        if (inherits("webClient", given, own.getWebClient(), inherited.getWebClient())) {
            result.setWebClient(current.getWebClient());
        }
        if (inherits("proxyHost", given, own.getProxyHost(), inherited.getProxyHost())) {
            result.setProxyHost(current.getProxyHost());
        }
        if (inherits("proxyPort", given, own.getProxyPort(), inherited.getProxyPort())) {
            result.setProxyPort(current.getProxyPort());
        }
        if (inherits("proxyUsername", given, own.getProxyUsername(), inherited.getProxyUsername())) {
            result.setProxyUsername(current.getProxyUsername());
        }
        if (inherits("proxyPassword", given, own.getProxyPassword(), inherited.getProxyPassword())) {
            result.setProxyPassword(current.getProxyPassword());
        }
        if (inherits("nonProxyHosts", given, own.getNonProxyHosts(), inherited.getNonProxyHosts())) {
            result.setNonProxyHosts(current.getNonProxyHosts());
        }
        if (inherits(
                "callbackAuthentication",
                given,
                own.getCallbackAuthentication(),
                inherited.getCallbackAuthentication())) {
            result.setCallbackAuthentication(current.getCallbackAuthentication());
        }
        if (inherits("resourceId", given, own.getResourceId(), inherited.getResourceId())) {
            result.setResourceId(current.getResourceId());
        }
        if (inherits("callbackSecret", given, own.getCallbackSecret(), inherited.getCallbackSecret())) {
            result.setCallbackSecret(current.getCallbackSecret());
        }
        if (inherits("callbackIssuer", given, own.getCallbackIssuer(), inherited.getCallbackIssuer())) {
            result.setCallbackIssuer(current.getCallbackIssuer());
        }
        if (inherits("clockSkew", given, own.getClockSkew(), inherited.getClockSkew())) {
            result.setClockSkew(current.getClockSkew());
        }
        if (inherits("eventGridSecret", given, own.getEventGridSecret(), inherited.getEventGridSecret())) {
            result.setEventGridSecret(current.getEventGridSecret());
        }
        if (inherits("eventGridTenantId", given, own.getEventGridTenantId(), inherited.getEventGridTenantId())) {
            result.setEventGridTenantId(current.getEventGridTenantId());
        }
        if (inherits("eventGridAudience", given, own.getEventGridAudience(), inherited.getEventGridAudience())) {
            result.setEventGridAudience(current.getEventGridAudience());
        }
        if (inherits("eventGridAppId", given, own.getEventGridAppId(), inherited.getEventGridAppId())) {
            result.setEventGridAppId(current.getEventGridAppId());
        }
        if (inherits("eventGridIssuer", given, own.getEventGridIssuer(), inherited.getEventGridIssuer())) {
            result.setEventGridIssuer(current.getEventGridIssuer());
        }
        if (inherits(
                "eventGridAllowedSubscriptions",
                given,
                own.getEventGridAllowedSubscriptions(),
                inherited.getEventGridAllowedSubscriptions())) {
            result.setEventGridAllowedSubscriptions(current.getEventGridAllowedSubscriptions());
        }
        if (inherits(
                "eventGridAllowedOrigins",
                given,
                own.getEventGridAllowedOrigins(),
                inherited.getEventGridAllowedOrigins())) {
            result.setEventGridAllowedOrigins(current.getEventGridAllowedOrigins());
        }
        boolean ownResource = !inherits("endpoint", given, own.getEndpoint(), inherited.getEndpoint())
                || !inherits("accessKey", given, own.getAccessKey(), inherited.getAccessKey());
        if (ownResource) {
            // a connection string that the component was given since would replace them
            result.setConnectionString(own.getConnectionString());
        }
        return result;
    }

    private static boolean inherits(String name, Set<String> given, @Nullable Object own, @Nullable Object inherited) {
        return !given.contains(name) && Objects.equals(own, inherited);
    }
}
