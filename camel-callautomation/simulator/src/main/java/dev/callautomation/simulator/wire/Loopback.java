package dev.callautomation.simulator.wire;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells whether a host name can only mean this computer. */
public final class Loopback {

    private static final Pattern IPV4 = Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");

    private Loopback() {}

    /** True for localhost and its subdomains, 127.0.0.0/8 and ::1, without looking anything up. */
    public static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return "localhost".equals(name)
                || name.endsWith(".localhost")
                || IPV4.matcher(name).matches()
                || "[::1]".equals(name)
                || "::1".equals(name);
    }

    /** As {@link #isLoopback(String)} for a Host header or an authority, which may end with a port. */
    public static boolean isLoopbackAuthority(String authority) {
        int port = authority.lastIndexOf(':');
        return isLoopback(port > authority.lastIndexOf(']') ? authority.substring(0, port) : authority);
    }
}
