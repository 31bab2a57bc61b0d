package dev.callautomation.camel.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import static org.assertj.core.api.Assertions.assertThat;

/** What fuzz tests have in common. */
public final class Effort {

    /** A busy machine does not count, and the first input loads classes. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Effort() {}

    /** No input, however bad, may take a processor more than a moment. */
    public static void isBounded(ThrowingCallable use) throws Throwable {
        long before = THREADS.getCurrentThreadCpuTime();
        use.call();
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before))
                .as("processor time")
                .isLessThan(LIMIT);
    }

    /** The files of a directory of test resources, as inputs to begin with. */
    public static Stream<byte[]> files(String directory) {
        try (Stream<Path> files =
                Files.list(Path.of(Effort.class.getResource(directory).toURI()))) {
            List<byte[]> contents = files.filter(Files::isRegularFile)
                    .sorted()
                    .map(Effort::bytes)
                    .toList();
            assertThat(contents).isNotEmpty();
            return contents.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
