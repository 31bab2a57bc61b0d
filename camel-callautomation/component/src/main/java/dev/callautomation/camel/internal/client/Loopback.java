package dev.callautomation.camel.internal.client;

import java.net.URI;
import java.util.regex.Pattern;

/** Loopback addresses, for which plain http and WebSockets are allowed. */
public final class Loopback {

    private static final Pattern HOST = Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private Loopback() {}

    /** Whether the URI is https, or http of a loopback address. Does not resolve names. */
    public static boolean isSecureOrLocal(URI uri) {
        return isSecureOrLocal(uri, "https", "http");
    }

    /** Whether the URI is wss, or ws of a loopback address. Does not resolve names. */
    public static boolean isSecureOrLocalWebSocket(URI uri) {
        return isSecureOrLocal(uri, "wss", "ws");
    }

    private static boolean isSecureOrLocal(URI uri, String secure, String plain) {
        if (uri.getHost() == null || uri.getScheme() == null) {
            return false;
        }
        return uri.getScheme().equalsIgnoreCase(secure)
                || uri.getScheme().equalsIgnoreCase(plain) && isLocal(uri.getHost());
    }

    /** Whether the URI has a user or password, which would be in logs of this application and of servers in between. */
    public static boolean hasUser(URI uri) {
        return uri.getRawAuthority() != null && uri.getRawAuthority().contains("@");
    }

    /** Whether the host is a loopback address. Does not resolve names. */
    static boolean isLocal(String host) {
        return HOST.matcher(host).matches();
    }
}
