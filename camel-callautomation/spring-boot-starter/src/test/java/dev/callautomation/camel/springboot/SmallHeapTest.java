package dev.callautomation.camel.springboot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An application with a heap of 256 MB survives senders that send as much as they can, and answers others. */
@Tag("soak")
class SmallHeapTest {

    private static final int HOSTILE = 200;
    private static final int ROUNDS = 5;
    private static final Duration STARTING = Duration.ofSeconds(60);

    @ParameterizedTest
    @EnumSource(names = {"TOMCAT", "UNDERTOW"})
    void hostileSendersDoNotFillTheHeap(Container container, @TempDir Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapProcess.class.getName(),
                        container.name(),
                        folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Path port = folder.resolve("port.txt");
            await().atMost(STARTING).until(() -> Files.exists(port));
            for (HostileConnections.Kind kind : HostileConnections.Kind.values()) {
                deliverBeside(kind, Integer.parseInt(Files.readString(port)));
            }
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void deliverBeside(HostileConnections.Kind kind, int port) throws Exception {
        try (HostileConnections hostile = new HostileConnections(port, kind, HOSTILE)) {
            await().atMost(STARTING).until(() -> hostile.opened() >= HOSTILE);
            for (int i = 0; i < ROUNDS; i++) {
                assertThat(deliver(port, kind + "-" + i)).as("beside %s", kind).isEqualTo(200);
            }
        }
    }

    private static int deliver(int port, String id) throws IOException {
        try (RawConnection connection = new RawConnection(port)) {
            String body = TestApplication.event(id);
            connection.send(TestApplication.head(
                            "POST " + TestApplication.PATH,
                            "Content-Type: application/json",
                            "Content-Length: " + body.length())
                    + body);
            return connection.response().status();
        }
    }
}
