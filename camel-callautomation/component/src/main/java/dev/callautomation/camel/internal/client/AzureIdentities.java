package dev.callautomation.camel.internal.client;

import java.net.InetSocketAddress;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.azure.core.http.HttpClient;
import com.azure.core.http.ProxyOptions;
import com.azure.core.util.HttpClientOptions;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.CredentialBuilderBase;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;

/** Credentials of azure-identity, which is optional: required only when this class is loaded. */
public final class AzureIdentities {

    /** The address at which Azure serves managed identities to a machine, on its own network. */
    private static final String INSTANCE_METADATA = "169.254.169.254";

    private AzureIdentities() {}

    /**
     * The default chain: environment variables, workload identity, managed identity, the tools of developers.
     *
     * @param proxy {@code null} for direct connections
     */
    public static Object fromEnvironment(HttpProxy proxy) {
        DefaultAzureCredentialBuilder builder = new DefaultAzureCredentialBuilder();
        connect(builder, proxy);
        return builder.build();
    }

    /** The identity that Azure gives a machine or container. */
    public static Object managed(String clientId, HttpProxy proxy) {
        ManagedIdentityCredentialBuilder builder = new ManagedIdentityCredentialBuilder().clientId(clientId);
        connect(builder, proxy);
        return builder.build();
    }

    /** An application with a secret. */
    public static Object servicePrincipal(String tenantId, String clientId, String clientSecret, HttpProxy proxy) {
        ClientSecretCredentialBuilder builder = new ClientSecretCredentialBuilder()
                .tenantId(tenantId)
                .clientId(clientId)
                .clientSecret(clientSecret);
        connect(builder, proxy);
        return builder.build();
    }

    private static void connect(CredentialBuilderBase<?> builder, HttpProxy proxy) {
        if (proxy != null) {
            builder.httpClient(HttpClient.createDefault(new HttpClientOptions().setProxyOptions(options(proxy))));
        }
    }

    private static ProxyOptions options(HttpProxy proxy) {
        ProxyOptions options = new ProxyOptions(
                ProxyOptions.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
        if (proxy.username() != null) {
            options.setCredentials(proxy.username(), proxy.password());
        }
        String direct = Stream.concat(proxy.nonProxyHosts().stream(), Stream.of(INSTANCE_METADATA))
                .collect(Collectors.joining("|"));
        return options.setNonProxyHosts(direct);
    }
}
