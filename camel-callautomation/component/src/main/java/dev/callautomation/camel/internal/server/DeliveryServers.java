package dev.callautomation.camel.internal.server;

import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.PlatformHttpConstants;

import dev.callautomation.camel.internal.ingress.DeliveryServer;

/** Finds the HTTP server of the application. */
public final class DeliveryServers {

    private static final String VERTX_ROUTER = "org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter";

    private DeliveryServers() {}

    /**
     * Creates the component of the server before the context has started: in the Camel CLI it adds a service, which could not
     * be started any more while a route is.
     */
    public static void prepare(CamelContext context) {
        if (context.getRegistry().findSingleByType(DeliveryServer.class) == null) {
            context.getComponent(PlatformHttpConstants.PLATFORM_HTTP_COMPONENT_NAME);
        }
    }

    /** The one in the registry, or Vert.x if it is the engine of platform-http, or else that engine through platform-http. */
    public static DeliveryServer of(CamelContext context) {
        DeliveryServer provided = context.getRegistry().findSingleByType(DeliveryServer.class);
        if (provided != null) {
            return provided;
        }
        PlatformHttpComponent http =
                context.getComponent(PlatformHttpConstants.PLATFORM_HTTP_COMPONENT_NAME, PlatformHttpComponent.class);
        return context.getClassResolver().resolveClass(VERTX_ROUTER) == null
                ? new PlatformHttpServer(context)
                : VertxServer.of(context, http)
                        .<DeliveryServer>map(server -> server)
                        .orElseGet(() -> new PlatformHttpServer(context));
    }
}
