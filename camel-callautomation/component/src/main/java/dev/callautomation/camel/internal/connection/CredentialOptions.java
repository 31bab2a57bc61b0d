package dev.callautomation.camel.internal.connection;

import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.CallAutomationConfiguration;
import dev.callautomation.camel.CredentialType;
import dev.callautomation.camel.internal.support.OptionNames;

/** Determines from the options how requests are authorized. */
public final class CredentialOptions {

    private static final String TOKEN_CREDENTIAL = "com.azure.core.credential.TokenCredential";

    private CredentialOptions() {}

    /**
     * @param  accessKey                the key of the connection string or of its own option; may be {@code null}
     * @throws IllegalArgumentException if options are missing or inconsistent
     */
    public static CredentialSource source(CallAutomationConfiguration options, String accessKey, CamelContext context) {
        OptionNames names = OptionNames.in(context);
        return switch (type(options, accessKey, names)) {
            case CONNECTION_STRING ->
                new CredentialSource.AccessKey(required(
                        options.getConnectionString() == null ? null : accessKey, names.of("connectionString")));
            case ACCESS_KEY -> new CredentialSource.AccessKey(required(options.getAccessKey(), names.of("accessKey")));
            case AZURE_IDENTITY ->
                new CredentialSource.Identity(options.getTenantId(), options.getClientId(), options.getClientSecret());
            case TOKEN_CREDENTIAL ->
                new CredentialSource.Bean(required(bean(options, context), names.of("tokenCredential")));
        };
    }

    private static CredentialType type(CallAutomationConfiguration options, String accessKey, OptionNames names) {
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
                "The connection to the service is not configured; set " + names.of("connectionString") + " for the"
                        + " component, or " + names.of("endpoint") + " and " + names.of("accessKey")
                        + ". The Azure portal shows all three on the page Keys. For Microsoft Entra tokens set "
                        + names.of("endpoint") + " and " + names.of("credentialType") + "=AZURE_IDENTITY");
    }

    private static <T> T required(T value, String option) {
        if (value == null) {
            throw new IllegalArgumentException("credentialType requires a value that is missing; set " + option);
        }
        return value;
    }

    /** The option, or the only bean of that type, by name of the type: its library is optional. */
    private static Object bean(CallAutomationConfiguration options, CamelContext context) {
        if (options.getTokenCredential() != null) {
            return options.getTokenCredential();
        }
        if (type(context) == null) {
            throw new IllegalStateException(
                    "credentialType=TOKEN_CREDENTIAL requires the library com.azure:azure-core on"
                            + " the class path; add it to the dependencies");
        }
        return bean(context);
    }

    /** The only bean that provides tokens; {@code null} if there is none, or more than one. */
    public static @Nullable Object bean(CamelContext context) {
        Class<?> type = type(context);
        return type == null ? null : context.getRegistry().findSingleByType(type);
    }

    private static @Nullable Class<?> type(CamelContext context) {
        return context.getClassResolver().resolveClass(TOKEN_CREDENTIAL);
    }
}
