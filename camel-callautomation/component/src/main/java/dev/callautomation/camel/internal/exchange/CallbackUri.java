package dev.callautomation.camel.internal.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.stream.Stream;

import dev.callautomation.camel.internal.security.SecuritySettings;

/** URI that the service sends events to, derived from the public address of the application. */
public final class CallbackUri {

    private static final String PARAMETER = SecuritySettings.CALLBACK_SECRET + "=";

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

    /** Adds the secret to the query of a URI that does not have one, in the place before a fragment. */
    static String withSecret(String uri, String secret) {
        if (secret == null || !isUri(uri)) {
            return uri;
        }
        int fragment = uri.indexOf('#');
        String end = fragment < 0 ? "" : uri.substring(fragment);
        String address = fragment < 0 ? uri : uri.substring(0, fragment);
        int query = address.indexOf('?');
        boolean present = query >= 0
                && Stream.of(address.substring(query + 1).split("&")).anyMatch(part -> part.startsWith(PARAMETER));
        if (present) {
            return uri;
        }
        String separator = query < 0 ? "?" : query == address.length() - 1 ? "" : "&";
        return address + separator + PARAMETER + secret + end;
    }

    /** Whether both lead to one application: the secret is not told to another one. */
    static boolean sameOrigin(String one, String other) {
        try {
            URI first = new URI(one.trim());
            URI second = new URI(other.trim());
            return first.getScheme() != null
                    && first.getScheme().equalsIgnoreCase(second.getScheme())
                    && first.getRawAuthority() != null
                    && first.getRawAuthority().equalsIgnoreCase(second.getRawAuthority());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isUri(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
