package dev.callautomation.camel.internal.server;

import java.util.List;
import java.util.stream.Collectors;

import org.apache.camel.CamelContext;

/** The path of an HTTP server that Camel does not start itself, by the properties of its runtime. */
final class ServerPath {

    /** Of Spring Boot, whose second path is below the first, and of Quarkus. */
    private static final List<String> PROPERTIES =
            List.of("server.servlet.context-path", "spring.mvc.servlet.path", "quarkus.http.root-path");

    private ServerPath() {}

    /** Without a slash at the end; empty if there is none. */
    static String of(CamelContext context) {
        return PROPERTIES.stream()
                .map(property -> context.getPropertiesComponent()
                        .resolveProperty(property)
                        .orElse(""))
                .map(ServerPath::withoutEnd)
                .collect(Collectors.joining());
    }

    static String withoutEnd(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
