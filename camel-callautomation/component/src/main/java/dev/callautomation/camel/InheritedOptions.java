package dev.callautomation.camel;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Options of the connection, and of the authentication of deliveries, that an endpoint inherits from the component. They follow
 * the component until the endpoint sets them, so that new credentials of the component take effect when a producer or consumer
 * starts.
 */
final class InheritedOptions {

    private static final List<Option<?>> OPTIONS = List.of(
            new Option<>(
                    "connectionString",
                    CallAutomationConfiguration::getConnectionString,
                    CallAutomationConfiguration::setConnectionString),
            new Option<>(
                    "endpoint", CallAutomationConfiguration::getEndpoint, CallAutomationConfiguration::setEndpoint),
            new Option<>(
                    "accessKey", CallAutomationConfiguration::getAccessKey, CallAutomationConfiguration::setAccessKey),
            new Option<>(
                    "credentialType",
                    CallAutomationConfiguration::getCredentialType,
                    CallAutomationConfiguration::setCredentialType),
            new Option<>(
                    "tenantId", CallAutomationConfiguration::getTenantId, CallAutomationConfiguration::setTenantId),
            new Option<>(
                    "clientId", CallAutomationConfiguration::getClientId, CallAutomationConfiguration::setClientId),
            new Option<>(
                    "clientSecret",
                    CallAutomationConfiguration::getClientSecret,
                    CallAutomationConfiguration::setClientSecret),
            new Option<>(
                    "tokenCredential",
                    CallAutomationConfiguration::getTokenCredential,
                    CallAutomationConfiguration::setTokenCredential),
            new Option<>(
                    "sslContextParameters",
                    CallAutomationConfiguration::getSslContextParameters,
                    CallAutomationConfiguration::setSslContextParameters),
            new Option<>(
                    "webClient", CallAutomationConfiguration::getWebClient, CallAutomationConfiguration::setWebClient),
            new Option<>(
                    "proxyHost", CallAutomationConfiguration::getProxyHost, CallAutomationConfiguration::setProxyHost),
            new Option<>(
                    "proxyPort", CallAutomationConfiguration::getProxyPort, CallAutomationConfiguration::setProxyPort),
            new Option<>(
                    "proxyUsername",
                    CallAutomationConfiguration::getProxyUsername,
                    CallAutomationConfiguration::setProxyUsername),
            new Option<>(
                    "proxyPassword",
                    CallAutomationConfiguration::getProxyPassword,
                    CallAutomationConfiguration::setProxyPassword),
            new Option<>(
                    "nonProxyHosts",
                    CallAutomationConfiguration::getNonProxyHosts,
                    CallAutomationConfiguration::setNonProxyHosts),
            new Option<>(
                    "callbackAuthentication",
                    CallAutomationConfiguration::getCallbackAuthentication,
                    CallAutomationConfiguration::setCallbackAuthentication),
            new Option<>(
                    "resourceId",
                    CallAutomationConfiguration::getResourceId,
                    CallAutomationConfiguration::setResourceId),
            new Option<>(
                    "callbackSecret",
                    CallAutomationConfiguration::getCallbackSecret,
                    CallAutomationConfiguration::setCallbackSecret),
            new Option<>(
                    "callbackIssuer",
                    CallAutomationConfiguration::getCallbackIssuer,
                    CallAutomationConfiguration::setCallbackIssuer),
            new Option<>(
                    "clockSkew", CallAutomationConfiguration::getClockSkew, CallAutomationConfiguration::setClockSkew),
            new Option<>(
                    "eventGridSecret",
                    CallAutomationConfiguration::getEventGridSecret,
                    CallAutomationConfiguration::setEventGridSecret),
            new Option<>(
                    "eventGridTenantId",
                    CallAutomationConfiguration::getEventGridTenantId,
                    CallAutomationConfiguration::setEventGridTenantId),
            new Option<>(
                    "eventGridAudience",
                    CallAutomationConfiguration::getEventGridAudience,
                    CallAutomationConfiguration::setEventGridAudience),
            new Option<>(
                    "eventGridAppId",
                    CallAutomationConfiguration::getEventGridAppId,
                    CallAutomationConfiguration::setEventGridAppId),
            new Option<>(
                    "eventGridIssuer",
                    CallAutomationConfiguration::getEventGridIssuer,
                    CallAutomationConfiguration::setEventGridIssuer),
            new Option<>(
                    "eventGridAllowedSubscriptions",
                    CallAutomationConfiguration::getEventGridAllowedSubscriptions,
                    CallAutomationConfiguration::setEventGridAllowedSubscriptions),
            new Option<>(
                    "eventGridAllowedOrigins",
                    CallAutomationConfiguration::getEventGridAllowedOrigins,
                    CallAutomationConfiguration::setEventGridAllowedOrigins));

    private record Option<T>(
            String name,
            Function<CallAutomationConfiguration, @Nullable T> get,
            BiConsumer<CallAutomationConfiguration, @Nullable T> set) {

        boolean isSet(Set<String> given, CallAutomationConfiguration own, CallAutomationConfiguration inherited) {
            return given.contains(name) || !Objects.equals(get.apply(own), get.apply(inherited));
        }

        void copy(CallAutomationConfiguration from, CallAutomationConfiguration to) {
            set.accept(to, get.apply(from));
        }
    }

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
        OPTIONS.stream()
                .filter(option -> !option.isSet(given, own, inherited))
                .forEach(option -> option.copy(current, result));
        boolean ownResource = OPTIONS.stream()
                .filter(option ->
                        option.name().equals("endpoint") || option.name().equals("accessKey"))
                .anyMatch(option -> option.isSet(given, own, inherited));
        if (ownResource) {
            // a connection string that the component was given since would replace them
            result.setConnectionString(own.getConnectionString());
        }
        return result;
    }
}
