package dev.callautomation.camel.internal.client;

import java.util.List;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;

/**
 * An HTTP proxy for outbound requests.
 *
 * @param username      {@code null} if it requires no authentication
 * @param password      {@code null} if it requires no authentication
 * @param nonProxyHosts hosts that are connected to directly, in lower case; an asterisk matches any characters
 */
public record HttpProxy(String host, int port, String username, String password, List<String> nonProxyHosts) {

    public void applyTo(HttpClientOptions options) {
        options.setProxyOptions(new ProxyOptions()
                        .setType(ProxyType.HTTP)
                        .setHost(host)
                        .setPort(port)
                        .setUsername(username)
                        .setPassword(password))
                .setNonProxyHosts(nonProxyHosts);
    }

    /** Omits the user and the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
