package dev.callautomation.camel.client;

import java.net.URI;
import java.util.regex.Pattern;

/** Where plain http is allowed: addresses that never leave this machine. */
public final class Loopback {

    private static final Pattern HOST = Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private Loopback() {}

    /** Whether the address is https, or http on this machine. Looks no name up. */
    public static boolean isSecureOrLocal(URI uri) {
        if (uri.getHost() == null || uri.getScheme() == null) {
            return false;
        }
        return uri.getScheme().equalsIgnoreCase("https")
                || uri.getScheme().equalsIgnoreCase("http")
                        && HOST.matcher(uri.getHost()).matches();
    }
}
