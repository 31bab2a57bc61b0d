package dev.callautomation.camel;

import java.net.URI;
import java.net.URISyntaxException;

/** Where the service sends events, made from the public address of the application. */
final class CallbackUri {

    private CallbackUri() {}

    /** Adds the path to an address that has none; leaves one with a path, and what is no URI, as it is. */
    static String resolve(String configured, String path) {
        if (configured == null) {
            return null;
        }
        try {
            URI uri = new URI(configured.trim());
            boolean bare = uri.getRawPath() == null
                    || uri.getRawPath().isEmpty()
                    || uri.getRawPath().equals("/");
            if (!bare || uri.getRawAuthority() == null) {
                return configured.trim();
            }
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return uri.getScheme() + "://" + uri.getRawAuthority() + path + query;
        } catch (URISyntaxException e) {
            // the operation's own check says what is wrong, and with which option
            return configured;
        }
    }
}
