package dev.callautomation.camel.kamelets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.Main;

/** An application on camel-main that runs files of YAML; the test extension connects it to the simulator. */
final class Application implements AutoCloseable {

    static final String NUMBER = "+18005550100";
    static final String CALLER = "+14255550123";

    private final Main main = new Main();

    /** @param routes a path, with or without {@code classpath:} */
    Application(String routes) {
        main.configure().withRoutesIncludePattern(routes);
        main.configure().withShutdownTimeout(2);
        set("camel.server.enabled", "true");
        set("camel.component.callautomation.cognitiveServicesEndpoint", "https://ai.example.com/");
    }

    /** @param yaml text of a file */
    static Application of(String yaml, Path folder) {
        try {
            return new Application(
                    "file:" + Files.writeString(Files.createTempFile(folder, "routes", ".camel.yaml"), yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Application set(String property, String value) {
        main.addInitialProperty(property, value);
        return this;
    }

    Application start() {
        main.start();
        return this;
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    MockEndpoint mock(String name) {
        return context().getEndpoint("mock:" + name, MockEndpoint.class);
    }

    @Override
    public void close() {
        main.stop();
    }
}
