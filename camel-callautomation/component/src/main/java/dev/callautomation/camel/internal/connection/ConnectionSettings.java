package dev.callautomation.camel.internal.connection;

import java.time.Duration;

import io.vertx.ext.web.client.WebClient;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;

import dev.callautomation.camel.CallAutomationConfiguration;
import dev.callautomation.camel.internal.client.ConnectionString;
import dev.callautomation.camel.internal.client.HttpProxy;
import dev.callautomation.camel.internal.client.RetryPolicy;
import dev.callautomation.camel.internal.client.ServiceEndpoint;
import dev.callautomation.camel.internal.support.OptionNames;

/** Settings of a connection. Endpoints whose settings are equal share a client. */
public record ConnectionSettings(
        ServiceEndpoint endpoint,
        CredentialSource credential,
        RetryPolicy retryPolicy,
        Duration connectTimeout,
        Duration responseTimeout,
        int connectionPoolSize,
        SSLContextParameters sslContextParameters,
        WebClient webClient,
        HttpProxy proxy) {

    /**
     * @throws IllegalArgumentException if an option is missing or invalid
     */
    public static ConnectionSettings of(CallAutomationConfiguration options, CamelContext context) {
        String endpoint = options.getEndpoint();
        String accessKey = options.getAccessKey();
        if (options.getConnectionString() != null) {
            ConnectionString connectionString = ConnectionString.parse(options.getConnectionString());
            endpoint = connectionString.endpoint();
            accessKey = connectionString.accessKey();
        }
        CredentialSource credential = CredentialOptions.source(options, accessKey, context);
        if (endpoint == null) {
            OptionNames names = OptionNames.in(context);
            throw new IllegalArgumentException("The option endpoint is missing, the URL of the resource such as"
                    + " https://contoso.communication.azure.com/; set " + names.of("endpoint") + " and "
                    + names.of("accessKey") + ", or " + names.of("connectionString") + ", which contains both");
        }
        if (options.getConnectTimeout() <= 0
                || options.getResponseTimeout() <= 0
                || options.getOperationTimeout() <= 0) {
            throw new IllegalArgumentException(
                    "connectTimeout, operationTimeout and responseTimeout must be longer than 0, but they are "
                            + options.getConnectTimeout() + " ms, " + options.getOperationTimeout() + " ms and "
                            + options.getResponseTimeout() + " ms");
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
                options.getWebClient(),
                ProxyOptions.find(options, context));
    }

    /** Omits the credential. */
    @Override
    public String toString() {
        return "ConnectionSettings[endpoint=" + endpoint + "]";
    }
}
