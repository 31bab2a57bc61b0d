package dev.callautomation.camel.internal.server;

import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.PlatformHttpConstants;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResolverHelper;
import org.apache.camel.support.service.ServiceHelper;

import dev.callautomation.camel.internal.ingress.DeliveryServer;

/** Finds the HTTP server of the application. */
public final class DeliveryServers {

    private static final String NAME = PlatformHttpConstants.PLATFORM_HTTP_COMPONENT_NAME;
    private static final String VERTX_ROUTER = "org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter";

    private DeliveryServers() {}

    /**
     * Creates the component of the server with the consumer or the producer that waits, before the context starts: in the Camel CLI it adds the server as a
     * service, which cannot be started while a route is.
     */
    public static void prepare(CamelContext context) throws Exception {
        if (context.getRegistry().findSingleByType(DeliveryServer.class) != null || !isVertx(context)) {
            return;
        }
        if (context.isStarting() || context.isStarted()) {
            prepareStarted(context);
        }
        context.getComponent(NAME);
    }

    /**
     * For a consumer that is created later: of a Kamelet, of a route that is added, or of a poll. The resolver of the Camel CLI
     * starts the server, which looks up the component that is being resolved: Camel calls that a circular dependency, unless the
     * component is there already.
     */
    private static synchronized void prepareStarted(CamelContext context) throws Exception {
        if (context.hasComponent(NAME) == null
                && ResolverHelper.lookupComponentInRegistryWithFallback(context, NAME) == null) {
            PlatformHttpComponent http = new PlatformHttpComponent(context);
            context.addComponent(NAME, http);
            try {
                ServiceHelper.startService(http);
                PluginHelper.getComponentResolver(context).resolveComponent(NAME, context);
            } catch (Exception e) {
                // or the next consumer would start without a server
                context.removeComponent(NAME);
                throw e;
            }
        }
    }

    /** The one in the registry, or Vert.x if it is the engine of platform-http, or else that engine through platform-http. */
    public static DeliveryServer of(CamelContext context) {
        DeliveryServer provided = context.getRegistry().findSingleByType(DeliveryServer.class);
        if (provided != null) {
            return provided;
        }
        PlatformHttpComponent http = context.getComponent(NAME, PlatformHttpComponent.class);
        return isVertx(context)
                ? VertxServer.of(context, http)
                        .<DeliveryServer>map(server -> server)
                        .orElseGet(() -> new PlatformHttpServer(context))
                : new PlatformHttpServer(context);
    }

    private static boolean isVertx(CamelContext context) {
        return context.getClassResolver().resolveClass(VERTX_ROUTER) != null;
    }
}
