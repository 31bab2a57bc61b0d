package dev.callautomation.camel.internal.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The address of a resource, such as {@code https://contoso.communication.azure.com/}.
 *
 * @param host the name or address of the host
 * @param port the port, by default that of the scheme
 * @param tls  whether the scheme is https
 */
public record ServiceEndpoint(String host, int port, boolean tls) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int MAX_PORT = 65_535;

    /**
     * @throws IllegalArgumentException if the text is neither an https URL nor an http URL of a loopback address;
     *                                  the message does not contain the text
     */
    public static ServiceEndpoint parse(String text) {
        URI uri;
        try {
            uri = new URI(text.trim());
        } catch (URISyntaxException e) {
            // the cause would quote the text, which may have a key in the wrong place
            throw new IllegalArgumentException(
                    "The endpoint is not a URL; set one such as https://contoso.communication.azure.com/");
        }
        if (Loopback.hasUser(uri)) {
            throw new IllegalArgumentException(
                    "The endpoint has a user or password; set the scheme, host and port only,"
                            + " and the credentials by the option accessKey");
        }
        if (uri.getHost() == null || uri.getScheme() == null) {
            throw new IllegalArgumentException(
                    "The endpoint has no host; set a URL such as https://contoso.communication.azure.com/");
        }
        if (uri.getPath() != null && uri.getPath().length() > 1) {
            throw new IllegalArgumentException("The endpoint has a path; set the scheme, host and port only");
        }
        if (uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
            throw new IllegalArgumentException(
                    "The port of the endpoint is out of range; set one from 1 to " + MAX_PORT + ", or none");
        }
        if (!Loopback.isSecureOrLocal(uri)) {
            throw new IllegalArgumentException(
                    "The endpoint must start with https://; http:// is accepted for loopback addresses only (localhost, 127.0.0.1, [::1])");
        }
        boolean tls = uri.getScheme().equalsIgnoreCase("https");
        return new ServiceEndpoint(uri.getHost().toLowerCase(Locale.ROOT), port(uri, tls), tls);
    }

    /** A URL without what stands before the host, which may be a password. */
    public static String withoutUser(String url) {
        return url.replaceFirst("//[^/?#]*@", "//");
    }

    static int port(URI uri, boolean tls) {
        return uri.getPort() >= 0 ? uri.getPort() : defaultPort(tls);
    }

    private static int defaultPort(boolean tls) {
        return tls ? HTTPS : HTTP;
    }

    /** The value of the {@code Host} header, which the signature of a request covers. */
    String authority() {
        return port == defaultPort(tls) ? host : host + ":" + port;
    }

    /** The host for the HTTP client: an IPv6 address without brackets. */
    String connectHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Whether an absolute URL is one of this endpoint. */
    boolean owns(URI uri) {
        boolean otherTls = "https".equalsIgnoreCase(uri.getScheme());
        return otherTls == tls && port(uri, otherTls) == port && host.equalsIgnoreCase(uri.getHost());
    }
}
