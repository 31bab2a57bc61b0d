package dev.callautomation.benchmark.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Options of a JVM whose RSA signatures are verified by Conscrypt, as the page "Security" tells users. */
final class ConscryptOptions {

    /** The security properties, in the class path. */
    static final String PROPERTIES = "/provider.security";

    private ConscryptOptions() {}

    static List<String> create() {
        try (InputStream properties = ConscryptOptions.class.getResourceAsStream(PROPERTIES)) {
            Path file = Files.createTempFile("benchmarks", ".security");
            file.toFile().deleteOnExit();
            Files.copy(properties, file, StandardCopyOption.REPLACE_EXISTING);
            return List.of("-Djava.security.properties=" + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
