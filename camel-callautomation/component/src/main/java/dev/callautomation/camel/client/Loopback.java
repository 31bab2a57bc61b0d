package dev.callautomation.camel.client;

import java.net.URI;
import java.util.regex.Pattern;

/** Where plain http and plain WebSockets are allowed: addresses that never leave this machine. */
public final class Loopback {

    private static final Pattern HOST = Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private Loopback() {}

    /** Whether the address is https, or http on this machine. Looks no name up. */
    public static boolean isSecureOrLocal(URI uri) {
        return isSecureOrLocal(uri, "https", "http");
    }

    /** Whether the address is a secure WebSocket's, or any WebSocket's on this machine. Looks no name up. */
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

    /** Whether a host is this machine. Looks no name up. */
    static boolean isLocal(String host) {
        return HOST.matcher(host).matches();
    }
}
