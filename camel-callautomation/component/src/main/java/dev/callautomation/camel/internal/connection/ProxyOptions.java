package dev.callautomation.camel.internal.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;

import dev.callautomation.camel.CallAutomationConfiguration;
import dev.callautomation.camel.internal.client.HttpProxy;

/**
 * Determines the proxy of outbound requests: from the options, else from Camel's global options, else from the system
 * properties of Java, else from the environment. The latter three are not about this component, so that they do not apply to
 * loopback addresses, at which the simulator listens.
 */
final class ProxyOptions {

    private static final List<String> LOOPBACK = List.of("localhost", "127.*", "::1");
    private static final int MAX_PORT = 65_535;
    private static final String ALL = "*";

    private ProxyOptions() {}

    /**
     * @return                          {@code null} for direct connections
     * @throws IllegalArgumentException if a setting is invalid; the message does not contain it
     */
    static HttpProxy find(CallAutomationConfiguration options, CamelContext context) {
        return find(options, context.getGlobalOptions(), System::getProperty, System::getenv);
    }

    static HttpProxy find(
            CallAutomationConfiguration options,
            Map<String, String> globalOptions,
            UnaryOperator<String> property,
            UnaryOperator<String> environment) {
        if (options.getProxyHost() != null) {
            return proxy(
                    "options proxyHost and proxyPort",
                    options.getProxyHost(),
                    options.getProxyPort() == null ? null : String.valueOf(options.getProxyPort()),
                    options.getProxyUsername(),
                    options.getProxyPassword(),
                    hosts(options.getNonProxyHosts(), "[,|]"));
        }
        for (UnaryOperator<String> source : List.<UnaryOperator<String>>of(globalOptions::get, property)) {
            for (String scheme : new String[] {"https", "http"}) {
                String host = blankToNull(source.apply(scheme + ".proxyHost"));
                if (host != null) {
                    String port = blankToNull(source.apply(scheme + ".proxyPort"));
                    return proxy(
                            "properties " + scheme + ".proxyHost and " + scheme + ".proxyPort",
                            host,
                            port != null ? port : scheme.equals("https") ? "443" : "80",
                            blankToNull(source.apply(scheme + ".proxyUser")),
                            source.apply(scheme + ".proxyPassword"),
                            withLoopback(hosts(source.apply("http.nonProxyHosts"), "[,|]")));
                }
            }
        }
        return ofEnvironment(environment);
    }

    /** The variables that curl and others read. */
    private static HttpProxy ofEnvironment(UnaryOperator<String> environment) {
        String address = variable(environment, "HTTPS_PROXY");
        List<String> direct = hosts(variable(environment, "NO_PROXY"), "[,\\s]+");
        if (address == null || direct.contains(ALL)) {
            return null;
        }
        URI uri;
        try {
            uri = new URI(address.contains("://") ? address : "http://" + address);
        } catch (URISyntaxException e) {
            // the exception would quote the address, which may contain a password
            throw invalid("variable HTTPS_PROXY");
        }
        if (uri.getHost() == null || !"http".equalsIgnoreCase(uri.getScheme())) {
            throw invalid("variable HTTPS_PROXY");
        }
        String user = uri.getUserInfo();
        int colon = user == null ? -1 : user.indexOf(':');
        return proxy(
                "variable HTTPS_PROXY",
                uri.getHost(),
                String.valueOf(uri.getPort() < 0 ? 80 : uri.getPort()),
                colon < 0 ? user : user.substring(0, colon),
                colon < 0 ? null : user.substring(colon + 1),
                withLoopback(direct.stream().flatMap(ProxyOptions::domain).toList()));
    }

    private static String variable(UnaryOperator<String> environment, String name) {
        String value = blankToNull(environment.apply(name.toLowerCase(Locale.ROOT)));
        return value != null ? value : blankToNull(environment.apply(name));
    }

    /** A name in NO_PROXY stands for its subdomains, too, and may have a port, which is ignored. */
    private static Stream<String> domain(String name) {
        String host = name.replaceFirst("(?<![:\\w]:\\w{0,4}):\\d+$", "").replaceFirst("^\\*?\\.", "");
        return Stream.of(host, "*." + host);
    }

    private static HttpProxy proxy(
            String source, String host, String port, String username, String password, List<String> nonProxyHosts) {
        String name = host.trim().replaceAll("^\\[|]$", "");
        if (name.isEmpty() || !name.matches("[\\w.:-]+")) {
            throw invalid(source);
        }
        return new HttpProxy(
                name,
                port(source, port),
                username,
                username != null && password == null ? "" : password,
                List.copyOf(nonProxyHosts));
    }

    private static int port(String source, String text) {
        if (text != null && text.matches("\\d{1,5}")) {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= MAX_PORT) {
                return port;
            }
        }
        throw invalid(source);
    }

    private static IllegalArgumentException invalid(String source) {
        return new IllegalArgumentException("The " + source
                + " must name an HTTP proxy: a host without a scheme or user," + " and a port from 1 to " + MAX_PORT);
    }

    private static List<String> hosts(String text, String separator) {
        return text == null
                ? List.of()
                : Stream.of(text.split(separator))
                        .map(host -> host.trim().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", ""))
                        .filter(host -> !host.isEmpty())
                        .toList();
    }

    private static List<String> withLoopback(List<String> hosts) {
        List<String> all = new ArrayList<>(hosts);
        all.addAll(LOOPBACK);
        return all;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.trim();
    }
}
