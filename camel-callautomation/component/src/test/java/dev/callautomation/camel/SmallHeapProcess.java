package dev.callautomation.camel;

import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.main.Main;

/** An application of camel-main that receives events with a secret, in a process with a small heap. */
final class SmallHeapProcess {

    private SmallHeapProcess() {}

    /**
     * @param arguments the folder that its port is written to, and the secret
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Main main = new Main();
        // those of the tests belong to another application
        main.setDefaultPropertyPlaceholderLocation("false");
        main.addInitialProperty("camel.server.enabled", "true");
        main.addInitialProperty("camel.server.host", "127.0.0.1");
        main.addInitialProperty("camel.server.port", "0");
        main.addInitialProperty("camel.component.callautomation.eventGridSecret", arguments[1]);
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events").to("log:events?level=DEBUG");
            }
        });
        main.start();
        VertxPlatformHttpServer server = main.getCamelContext().hasService(VertxPlatformHttpServer.class);
        Path port = folder.resolve("port.tmp");
        Files.writeString(port, String.valueOf(server.getPort()));
        Files.move(port, folder.resolve("port.txt"));
        main.run();
    }
}
