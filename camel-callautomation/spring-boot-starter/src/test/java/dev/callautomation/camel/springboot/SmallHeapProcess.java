package dev.callautomation.camel.springboot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.callautomation.camel.CallbackAuthentication;

/** An application in a process of its own, whose heap a test limits. */
final class SmallHeapProcess {

    private SmallHeapProcess() {}

    /** @param arguments the container, and a folder in which the port is written to a file */
    public static void main(String[] arguments) throws Exception {
        TestApplication application = TestApplication.start(
                Container.valueOf(arguments[0]),
                options -> options.getConfiguration().setCallbackAuthentication(CallbackAuthentication.NONE),
                Map.of());
        Path folder = Path.of(arguments[1]);
        Path port = folder.resolve("port.tmp");
        Files.writeString(port, String.valueOf(application.port()));
        Files.move(port, folder.resolve("port.txt"));
    }
}
