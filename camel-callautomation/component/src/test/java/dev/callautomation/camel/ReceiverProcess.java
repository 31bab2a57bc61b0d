package dev.callautomation.camel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;

import static org.awaitility.Awaitility.await;

/** A process of which two routes write the ids of the events they get to a file each, to be killed by a test. */
final class ReceiverProcess {

    /** The routes behind the first one start when a test has created it in the folder. */
    static final String ROUTES_START = "routes-start.txt";

    private ReceiverProcess() {}

    /**
     * @param arguments the folder for its files; its port goes there when it listens
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        DefaultCamelContext context = new DefaultCamelContext();
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("127.0.0.1");
        configuration.setBindPort(0);
        VertxPlatformHttpServer server = new VertxPlatformHttpServer(configuration);
        context.addService(server);
        CallAutomationComponent component = new CallAutomationComponent();
        component.getConfiguration().setConnectionString("endpoint=http://localhost:1/;accesskey=c2VjcmV0");
        component.getConfiguration().setCallbackAuthentication(CallbackAuthentication.NONE);
        component.setAcknowledge(AcknowledgeMode.ROUTED);
        component.setIdempotentRepository(FileIdempotentRepository.fileIdempotentRepository(
                folder.resolve("handled.txt").toFile(), 100_000));
        context.addComponent("callautomation", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                note("early", 1);
                from("direct:slow")
                        .startupOrder(2)
                        .routePolicy(slowStart(folder, server))
                        .to("mock:slow");
                note("late", 3);
            }

            private void note(String id, int order) {
                from("callautomation:events")
                        .routeId(id)
                        .startupOrder(order)
                        .process(exchange -> append(
                                folder.resolve(id + ".txt"),
                                exchange.getMessage().getHeader(CallAutomationConstants.EVENT_ID, String.class)));
            }
        });
        context.start();
    }

    /** Says where this process listens, and delays the start of the routes behind it until the test continues it. */
    private static RoutePolicySupport slowStart(Path folder, VertxPlatformHttpServer server) {
        return new RoutePolicySupport() {
            @Override
            public void onStart(Route route) {
                try {
                    Path port = folder.resolve("port.tmp");
                    Files.writeString(port, String.valueOf(server.getPort()));
                    Files.move(port, folder.resolve("port.txt"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(folder.resolve(ROUTES_START)));
            }
        };
    }

    private static synchronized void append(Path file, String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
