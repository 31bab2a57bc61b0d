package dev.callautomation.camel.test;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.apache.camel.CamelContext;
import org.apache.camel.Ordered;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.spi.CamelContextTracker;
import org.apache.camel.spi.LoadablePropertiesSource;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * Connects the Camel contexts that the threads of a test class create. Contexts of other threads belong to other test classes,
 * which may run at the same time.
 */
final class CreatedContexts extends CamelContextTracker {

    private static final Map<Thread, CreatedContexts> OWNERS = new ConcurrentHashMap<>();

    private final TestSimulator simulator;

    CreatedContexts(TestSimulator simulator) {
        this.simulator = simulator;
    }

    /** From now on, contexts of the current thread are connected. */
    void enter() {
        OWNERS.put(Thread.currentThread(), this);
    }

    /** Contexts that the current thread creates from now on are left alone. */
    void leave() {
        OWNERS.remove(Thread.currentThread(), this);
    }

    @Override
    public boolean accept(CamelContext context) {
        return OWNERS.get(Thread.currentThread()) == this;
    }

    @Override
    public void contextCreated(CamelContext context) {
        try {
            context.getPropertiesComponent().addPropertiesSource(new MainProperties(simulator.options()));
            context.addLifecycleStrategy(new FreePort());
            ConnectedContext.connect(simulator, context, () -> address(context));
        } catch (Exception e) {
            throw new RuntimeCamelException("The Camel context cannot be connected to the simulator", e);
        }
    }

    private static Optional<URI> address(CamelContext context) {
        return server(context)
                .filter(server -> server.getPort() > 0)
                .map(server -> URI.create("http://localhost:" + server.getPort()
                        + server.getPath().replaceAll("/*$", "")));
    }

    private static Optional<VertxPlatformHttpServer> server(CamelContext context) {
        return context.getRegistry().findByType(VertxPlatformHttpRouter.class).stream()
                .filter(router -> !router.isManagementServer())
                .map(VertxPlatformHttpRouter::getServer)
                .filter(server -> server != null)
                .findFirst();
    }

    /** Options of camel-main, which have precedence over those of the application's files. */
    private static final class MainProperties implements LoadablePropertiesSource, Ordered {

        private final Properties properties = new Properties();

        MainProperties(Map<String, String> options) {
            options.forEach((name, value) -> properties.setProperty("camel.component.callautomation." + name, value));
            properties.setProperty("camel.component.callautomation.callbackUri", ConnectedContext.UNKNOWN_CALLBACK_URI);
            properties.setProperty("camel.server.port", "0");
        }

        @Override
        public String getName() {
            return "callautomation-test";
        }

        @Override
        public String getProperty(String name) {
            return properties.getProperty(name);
        }

        @Override
        public Properties loadProperties() {
            return loadProperties(name -> true);
        }

        @Override
        public Properties loadProperties(Predicate<String> filter) {
            Properties wanted = new Properties();
            properties.stringPropertyNames().stream()
                    .filter(filter)
                    .forEach(name -> wanted.setProperty(name, properties.getProperty(name)));
            return wanted;
        }

        @Override
        public void reloadProperties(String location) {
            // they do not change
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST;
        }
    }

    /** Adds an HTTP server to a context that has none. */
    private static final class FreePort extends LifecycleStrategySupport {

        private static final String MAIN_SERVER = "org.apache.camel.component.platform.http.main.MainHttpServer";

        @Override
        public void onContextStarting(CamelContext context) {
            Class<?> ofMain = context.getClassResolver().resolveClass(MAIN_SERVER);
            if (server(context).isPresent()
                    || context.hasService(VertxPlatformHttpServer.class) != null
                    || ofMain != null && context.hasService(ofMain) != null) {
                return;
            }
            VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
            configuration.setBindHost("localhost");
            configuration.setBindPort(0);
            try {
                // at once: routes start before services that have been added meanwhile
                context.addService(new VertxPlatformHttpServer(configuration), true, true);
            } catch (Exception e) {
                throw new RuntimeCamelException("The HTTP server of the test cannot start", e);
            }
        }
    }
}
