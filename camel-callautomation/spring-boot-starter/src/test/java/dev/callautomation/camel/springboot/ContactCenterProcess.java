package dev.callautomation.camel.springboot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.server.ServletWebServerFactory;
import org.springframework.context.support.GenericApplicationContext;

import static dev.callautomation.camel.CallAutomationConstants.CALL_CONNECTION_ID;
import static dev.callautomation.camel.CallAutomationConstants.TARGET;

/** An application in a process of its own that answers calls and adds an agent to each, to be stopped by a test. It is configured by properties. */
final class ContactCenterProcess {

    /** The file that has its port when it listens. */
    static final String PORT = "port.txt";

    /** The file that has a line for each call whose route has ended. */
    static final String ENDED = "ended.txt";

    private ContactCenterProcess() {}

    /** @param arguments the container, the folder, and the properties of the application */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        ServletWebServerApplicationContext application =
                (ServletWebServerApplicationContext) new SpringApplicationBuilder(TestApplication.Beans.class)
                        .properties(Map.of("server.port", 0, "server.address", "127.0.0.1"))
                        .initializers(context ->
                                register((GenericApplicationContext) context, Container.valueOf(arguments[0]), folder))
                        .run(arguments);
        Path port = folder.resolve("port.tmp");
        Files.writeString(port, String.valueOf(application.getWebServer().getPort()));
        Files.move(port, folder.resolve(PORT));
    }

    private static void register(GenericApplicationContext context, Container container, Path folder) {
        context.registerBean(ServletWebServerFactory.class, container.factory);
        context.registerBean(RouteBuilder.class, () -> new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=IncomingCall")
                        .routeId("calls")
                        .setHeader(TARGET, simple("+1800555${body.from.phoneNumber.value.substring(8)}"))
                        .to("callautomation:answerCall?awaitCompletion=true")
                        .to("callautomation:addParticipant?awaitCompletion=true&sourceCallerIdNumber=+18005550100")
                        .process(exchange -> append(
                                folder.resolve(ENDED),
                                exchange.getMessage().getHeader(CALL_CONNECTION_ID, String.class)));
            }
        });
    }

    private static synchronized void append(Path file, String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
