package dev.callautomation.camel;

import io.vertx.ext.web.client.WebClient;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/** How requests reach the service. */
@UriParams
public class ConnectionConfiguration extends SecurityConfiguration {

    @UriParam(
            label = "security",
            secret = true,
            description = "The resource's connection string, endpoint=https://...;accesskey=.... Takes the place of "
                    + "endpoint and accessKey.")
    private String connectionString;

    @UriParam(
            label = "security",
            description = "The resource's address, such as https://contoso.communication.azure.com/. Only addresses "
                    + "of this machine may be http.")
    private String endpoint;

    @UriParam(label = "security", secret = true, description = "The resource's access key, base64.")
    private String accessKey;

    @UriParam(
            label = "security",
            description = "What proves who sends requests. Without it, the connection string or the access key if one "
                    + "is set, then the token credential. AZURE_IDENTITY needs the library azure-identity.")
    private CredentialType credentialType;

    @UriParam(
            label = "security",
            description = "For AZURE_IDENTITY: the tenant of a service principal. Needs clientId and clientSecret.")
    private String tenantId;

    @UriParam(
            label = "security",
            description =
                    "For AZURE_IDENTITY: the id of a service principal or, without tenantId and clientSecret, of a "
                            + "managed identity. Without it, the default chain of credentials is asked.")
    private String clientId;

    @UriParam(label = "security", secret = true, description = "For AZURE_IDENTITY: the secret of a service principal.")
    private String clientSecret;

    @UriParam(
            label = "security",
            secret = true,
            javaType = "com.azure.core.credential.TokenCredential",
            description = "For TOKEN_CREDENTIAL: the bean that gets tokens. Without it, the only bean of that type in "
                    + "the registry.")
    // the type belongs to an optional library, and whoever looks at the methods of this class would have to load it
    private Object tokenCredential;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "10000",
            javaType = "java.time.Duration",
            description = "How long connecting to the service may take.")
    private long connectTimeout = 10_000;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "30000",
            javaType = "java.time.Duration",
            description = "How long the service may take to answer one attempt.")
    private long responseTimeout = 30_000;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "3",
            description = "How often a request is sent again at the most, after a failed connection, a timeout or "
                    + "the status 408, 429 or 5xx, where repeating is safe. 0 for never.")
    private int maxRetries = 3;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "500",
            javaType = "java.time.Duration",
            description = "The pause before a request is sent again, doubled each time, if the service does not ask "
                    + "for another by Retry-After.")
    private long retryDelay = 500;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "30000",
            javaType = "java.time.Duration",
            description = "The longest pause before a request is sent again. If the service asks for a longer one, "
                    + "the operation fails.")
    private long maxRetryDelay = 30_000;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "100",
            description = "How many connections to the service are open at the most.")
    private int connectionPoolSize = 100;

    @UriParam(label = "security", description = "TLS settings for connections to the service.")
    private SSLContextParameters sslContextParameters;

    @UriParam(
            label = "producer,advanced",
            description = "A Vert.x web client to use instead of one made here. It is not closed, and brings its "
                    + "own timeouts for connecting and its own TLS settings.")
    @Metadata(autowired = true)
    private WebClient webClient;

    public String getConnectionString() {
        return connectionString;
    }

    public void setConnectionString(String connectionString) {
        this.connectionString = connectionString;
    }

    public String getEndpoint() {
        return endpoint;
    }

    public void setEndpoint(String endpoint) {
        this.endpoint = endpoint;
    }

    public String getAccessKey() {
        return accessKey;
    }

    public void setAccessKey(String accessKey) {
        this.accessKey = accessKey;
    }

    public CredentialType getCredentialType() {
        return credentialType;
    }

    public void setCredentialType(CredentialType credentialType) {
        this.credentialType = credentialType;
    }

    public String getTenantId() {
        return tenantId;
    }

    public void setTenantId(String tenantId) {
        this.tenantId = tenantId;
    }

    public String getClientId() {
        return clientId;
    }

    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public String getClientSecret() {
        return clientSecret;
    }

    public void setClientSecret(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public Object getTokenCredential() {
        return tokenCredential;
    }

    public void setTokenCredential(Object tokenCredential) {
        this.tokenCredential = tokenCredential;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public long getRetryDelay() {
        return retryDelay;
    }

    public void setRetryDelay(long retryDelay) {
        this.retryDelay = retryDelay;
    }

    public long getMaxRetryDelay() {
        return maxRetryDelay;
    }

    public void setMaxRetryDelay(long maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    public int getConnectionPoolSize() {
        return connectionPoolSize;
    }

    public void setConnectionPoolSize(int connectionPoolSize) {
        this.connectionPoolSize = connectionPoolSize;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public WebClient getWebClient() {
        return webClient;
    }

    public void setWebClient(WebClient webClient) {
        this.webClient = webClient;
    }
}
