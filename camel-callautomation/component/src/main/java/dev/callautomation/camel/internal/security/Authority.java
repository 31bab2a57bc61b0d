package dev.callautomation.camel.internal.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

import dev.callautomation.camel.internal.client.Loopback;

/**
 * The authority that issues tokens: an address without a path, such as {@code https://acscallautomation.communication.azure.com}.
 *
 * @param address the address, without a slash at its end
 */
record Authority(String address) {

    /**
     * @param  option                   name of the option, for messages
     * @throws IllegalArgumentException if the text is no https address, nor an http address of this machine
     */
    static Authority parse(String option, String text) {
        try {
            URI uri = new URI(text.trim());
            boolean bare = uri.getRawPath() == null
                    || uri.getRawPath().isEmpty()
                    || uri.getRawPath().equals("/");
            if (Loopback.isSecureOrLocal(uri)
                    && bare
                    && uri.getRawQuery() == null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null) {
                return new Authority(origin(uri));
            }
        } catch (URISyntaxException e) {
            // the exception would repeat the address, which may hold a password
        }
        throw new IllegalArgumentException("The option " + option
                + " must be an https address without a path, such as https://login.example.com; http:// is for this"
                + " machine only (localhost, 127.0.0.1, [::1])");
    }

    /** Whether an address leads to this authority and nowhere else. */
    boolean owns(URI uri) {
        return uri.getHost() != null && uri.getScheme() != null && origin(uri).equals(address);
    }

    URI resolve(String path) {
        return URI.create(address + path);
    }

    private static String origin(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port;
    }
}
