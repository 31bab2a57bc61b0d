package dev.callautomation.camel.internal.connection;

import org.apache.camel.CamelContext;

import dev.callautomation.camel.CallAutomationConfiguration;
import dev.callautomation.camel.CredentialType;

/** Determines from the options how requests are authorized. */
public final class CredentialOptions {

    private static final String TOKEN_CREDENTIAL = "com.azure.core.credential.TokenCredential";

    private CredentialOptions() {}

    /**
     * @param  accessKey                the key of the connection string or of its own option; may be {@code null}
     * @throws IllegalArgumentException if options are missing or inconsistent
     */
    public static CredentialSource source(CallAutomationConfiguration options, String accessKey, CamelContext context) {
        return switch (type(options, accessKey)) {
            case CONNECTION_STRING ->
                new CredentialSource.AccessKey(
                        required(options.getConnectionString() == null ? null : accessKey, "connectionString"));
            case ACCESS_KEY -> new CredentialSource.AccessKey(required(options.getAccessKey(), "accessKey"));
            case AZURE_IDENTITY ->
                new CredentialSource.Identity(options.getTenantId(), options.getClientId(), options.getClientSecret());
            case TOKEN_CREDENTIAL -> new CredentialSource.Bean(required(bean(options, context), "tokenCredential"));
        };
    }

    private static CredentialType type(CallAutomationConfiguration options, String accessKey) {
        if (options.getCredentialType() != null) {
            return options.getCredentialType();
        }
        if (accessKey != null) {
            return options.getConnectionString() != null ? CredentialType.CONNECTION_STRING : CredentialType.ACCESS_KEY;
        }
        if (options.getTokenCredential() != null) {
            return CredentialType.TOKEN_CREDENTIAL;
        }
        throw new IllegalArgumentException(
                "The connection to the service is not configured; set the option connectionString of"
                        + " the component, or endpoint and accessKey. The Azure portal shows all three on the page"
                        + " Keys. For Microsoft Entra tokens set endpoint and credentialType=AZURE_IDENTITY");
    }

    private static <T> T required(T value, String option) {
        if (value == null) {
            throw new IllegalArgumentException("The option " + option + " is missing, which credentialType requires");
        }
        return value;
    }

    /** The option, or the only bean of that type, by name of the type: its library is optional. */
    private static Object bean(CallAutomationConfiguration options, CamelContext context) {
        if (options.getTokenCredential() != null) {
            return options.getTokenCredential();
        }
        Class<?> type = context.getClassResolver().resolveClass(TOKEN_CREDENTIAL);
        if (type == null) {
            throw new IllegalStateException(
                    "credentialType=TOKEN_CREDENTIAL requires the library com.azure:azure-core on"
                            + " the class path; add it to the dependencies");
        }
        return context.getRegistry().findSingleByType(type);
    }
}
