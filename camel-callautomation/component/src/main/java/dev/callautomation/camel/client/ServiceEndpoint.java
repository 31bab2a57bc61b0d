package dev.callautomation.camel.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The address of a resource, such as {@code https://contoso.communication.azure.com/}.
 *
 * @param host the host's name or address
 * @param port the port, the scheme's own if the address names none
 * @param tls  whether the scheme is https
 */
public record ServiceEndpoint(String host, int port, boolean tls) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int MAX_PORT = 65_535;

    /**
     * @throws IllegalArgumentException if the text is no https address, nor an http address of this machine; the
     *                                  message does not repeat it
     */
    public static ServiceEndpoint parse(String text) {
        URI uri;
        try {
            uri = new URI(text.trim());
        } catch (URISyntaxException e) {
            // the cause would quote the text, which may have a key in the wrong place
            throw new IllegalArgumentException(
                    "The endpoint is no URL; give one such as https://contoso.communication.azure.com/");
        }
        if (uri.getHost() == null || uri.getScheme() == null || uri.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The endpoint names no host; give a URL such as https://contoso.communication.azure.com/");
        }
        if (uri.getPath() != null && uri.getPath().length() > 1) {
            throw new IllegalArgumentException("The endpoint has a path; give the scheme, host and port only");
        }
        if (uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
            throw new IllegalArgumentException(
                    "The endpoint has no possible port; give one from 1 to " + MAX_PORT + ", or none");
        }
        if (!Loopback.isSecureOrLocal(uri)) {
            throw new IllegalArgumentException(
                    "The endpoint must start with https://; http:// is for this machine only (localhost, 127.0.0.1, [::1])");
        }
        boolean tls = uri.getScheme().equalsIgnoreCase("https");
        return new ServiceEndpoint(uri.getHost().toLowerCase(Locale.ROOT), port(uri, tls), tls);
    }

    static int port(URI uri, boolean tls) {
        return uri.getPort() >= 0 ? uri.getPort() : defaultPort(tls);
    }

    private static int defaultPort(boolean tls) {
        return tls ? HTTPS : HTTP;
    }

    /** The value of the {@code Host} header, which is part of what a request's signature covers. */
    String authority() {
        return port == defaultPort(tls) ? host : host + ":" + port;
    }

    /** The host as the HTTP client wants it: an IPv6 address without its brackets. */
    String connectHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Whether an absolute address leads to this endpoint and nowhere else. */
    boolean owns(URI uri) {
        boolean otherTls = "https".equalsIgnoreCase(uri.getScheme());
        return otherTls == tls && port(uri, otherTls) == port && host.equalsIgnoreCase(uri.getHost());
    }
}
