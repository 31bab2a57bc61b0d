package dev.callautomation.camel.internal.exchange;

import java.net.URI;
import java.net.URISyntaxException;

/** URI that the service sends events to, derived from the public address of the application. */
public final class CallbackUri {

    private CallbackUri() {}

    /** Appends the path to a URI that has none. A URI with a path, and text that is not a URI, are returned unchanged. */
    public static String resolve(String configured, String path) {
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
            // the validation of the request reports the error and its option
            return configured;
        }
    }
}
