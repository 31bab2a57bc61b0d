package dev.callautomation.camel.internal.client;

import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;

/** Credentials of azure-identity, which is optional: required only when this class is loaded. */
public final class AzureIdentities {

    private AzureIdentities() {}

    /** Whatever the environment offers: variables, workload identity, managed identity, the tools of developers. */
    public static Object fromEnvironment() {
        return new DefaultAzureCredentialBuilder().build();
    }

    /** The identity that Azure gives a machine or container. */
    public static Object managed(String clientId) {
        return new ManagedIdentityCredentialBuilder().clientId(clientId).build();
    }

    /** An application with a secret. */
    public static Object servicePrincipal(String tenantId, String clientId, String clientSecret) {
        return new ClientSecretCredentialBuilder()
                .tenantId(tenantId)
                .clientId(clientId)
                .clientSecret(clientSecret)
                .build();
    }
}
