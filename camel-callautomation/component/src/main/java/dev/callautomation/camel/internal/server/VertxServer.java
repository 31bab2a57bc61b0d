package dev.callautomation.camel.internal.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.vertx.ext.web.Route;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.internal.ingress.DeliveryHandler;
import dev.callautomation.camel.internal.ingress.DeliveryServer;

/** Serves the callback path by a handler on the router of Camel's HTTP server, without the handler that reads bodies. */
final class VertxServer implements DeliveryServer {

    /** Before those that read bodies, and sessions; after the one that observes connections. */
    private static final int FIRST = Integer.MIN_VALUE + 1;

    private static final Logger LOG = LoggerFactory.getLogger(VertxServer.class);

    private final CamelContext context;
    private final PlatformHttpComponent http;
    private final VertxPlatformHttpRouter router;

    private VertxServer(CamelContext context, PlatformHttpComponent http, VertxPlatformHttpRouter router) {
        this.context = context;
        this.http = http;
        this.router = router;
    }

    /**
     * The server of the application; empty if it is not on Vert.x. That of the management only if it has the port of
     * platform-http, as it has in the Camel CLI with {@code --health}.
     */
    static Optional<DeliveryServer> of(CamelContext context, PlatformHttpComponent http) {
        Map<String, VertxPlatformHttpRouter> routers =
                context.getRegistry().findByTypeWithName(VertxPlatformHttpRouter.class);
        // a server of Quarkus is not Camel's, and its Camel 4.17 does not tell servers of management
        List<VertxPlatformHttpRouter> candidates = routers.values().stream()
                .filter(router -> router.getServer() == null || !router.isManagementServer())
                .toList();
        String name =
                VertxPlatformHttpRouter.getRouterNameFromPort(http.getEngine().getServerPort());
        Optional<VertxPlatformHttpRouter> found = (candidates.isEmpty() ? routers.values() : candidates)
                .stream()
                        .filter(router ->
                                candidates.size() == 1 || router.getName().equals(name))
                        .findFirst();
        if (found.isEmpty() && !candidates.isEmpty()) {
            LOG.warn(
                    "None of the HTTP servers {} is that of platform-http: it reads the bodies of deliveries before they are"
                            + " authenticated",
                    routers.keySet());
        }
        return found.map(router -> new VertxServer(context, http, router));
    }

    @Override
    public Registration serve(DeliveryHandler handler) {
        String path = handler.path();
        List<Route> routes = (handler.subPaths() ? Stream.of(path, path + "/*") : Stream.of(path))
                .map(served ->
                        router.route(served).order(FIRST).handler(routing -> VertxRequest.handle(routing, handler)))
                .toList();
        VertxPlatformHttpServer server = router.getServer();
        Optional<ConnectionLimits> limits = server == null
                ? Optional.empty()
                : ConnectionLimits.install(router, server.getServer(), handler.limits(), handler::refused);
        http.addHttpEndpoint(path, "OPTIONS,POST", "application/json", null, null);
        return new Registration() {

            @Override
            public boolean isServing() {
                return isRunning();
            }

            @Override
            public void close() {
                http.removeHttpEndpoint(path);
                // while the context stops, deliveries are answered with 503, so that they are repeated, not with 404
                if (!context.isStopping()) {
                    routes.forEach(Route::remove);
                }
                limits.ifPresent(ConnectionLimits::close);
            }
        };
    }

    /** A server that was started again has another router, which does not know the path. */
    private boolean isRunning() {
        VertxPlatformHttpServer server = router.getServer();
        return server == null
                || server.isStarted()
                        && context.getRegistry()
                                .findByTypeWithName(VertxPlatformHttpRouter.class)
                                .containsValue(router);
    }

    @Override
    public String contextPath() {
        VertxPlatformHttpServer server = router.getServer();
        return server == null ? ServerPath.of(context) : ServerPath.withoutEnd(server.getPath());
    }
}
