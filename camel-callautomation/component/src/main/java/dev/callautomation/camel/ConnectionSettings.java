package dev.callautomation.camel;

import java.time.Duration;

import io.vertx.ext.web.client.WebClient;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;

import dev.callautomation.camel.client.ConnectionString;
import dev.callautomation.camel.client.RetryPolicy;
import dev.callautomation.camel.client.ServiceEndpoint;

/** Tells whether two endpoints can share a client. */
record ConnectionSettings(
        ServiceEndpoint endpoint,
        CredentialSource credential,
        RetryPolicy retryPolicy,
        Duration connectTimeout,
        Duration responseTimeout,
        int connectionPoolSize,
        SSLContextParameters sslContextParameters,
        WebClient webClient) {

    /**
     * @throws IllegalArgumentException if something is missing or wrong
     */
    static ConnectionSettings of(CallAutomationConfiguration options, CamelContext context) {
        String endpoint = options.getEndpoint();
        String accessKey = options.getAccessKey();
        if (options.getConnectionString() != null) {
            ConnectionString connectionString = ConnectionString.parse(options.getConnectionString());
            endpoint = connectionString.endpoint();
            accessKey = connectionString.accessKey();
        }
        CredentialSource credential = CredentialOptions.source(options, accessKey, context);
        if (endpoint == null) {
            throw new IllegalArgumentException("The option endpoint is missing, the resource's address such as"
                    + " https://contoso.communication.azure.com/; set endpoint and accessKey, or connectionString,"
                    + " which has both");
        }
        if (options.getConnectTimeout() <= 0 || options.getResponseTimeout() <= 0) {
            throw new IllegalArgumentException("connectTimeout and responseTimeout must be longer than 0, but they are "
                    + options.getConnectTimeout() + " ms and " + options.getResponseTimeout() + " ms");
        }
        return new ConnectionSettings(
                ServiceEndpoint.parse(endpoint),
                credential,
                new RetryPolicy(
                        options.getMaxRetries(),
                        Duration.ofMillis(options.getRetryDelay()),
                        Duration.ofMillis(options.getMaxRetryDelay())),
                Duration.ofMillis(options.getConnectTimeout()),
                Duration.ofMillis(options.getResponseTimeout()),
                options.getConnectionPoolSize(),
                options.getSslContextParameters(),
                options.getWebClient());
    }

    /** Leaves the credential out. */
    @Override
    public String toString() {
        return "ConnectionSettings[endpoint=" + endpoint + "]";
    }
}
