package dev.callautomation.camel;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Some libraries are optional: an application without them runs, and is told if it needs one. */
class MissingLibraryTest {

    /** Runs in an application whose class path lacks the jars whose names start so. */
    private static Object without(String jars, Class<?> program, String uri) throws Exception {
        URL[] classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith(jars))
                .map(MissingLibraryTest::url)
                .toArray(URL[]::new);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            return loader.loadClass(program.getName())
                    .getDeclaredMethod("start", String.class)
                    .invoke(null, uri);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void anAccessKeyNeedsNoneOfThem() throws Exception {
        assertThat(without("azure-", Program.class, "accessKey=RAW(a2V5)")).isEqualTo("started");
    }

    @Test
    void anApplicationNeedsNoHealthChecks() throws Exception {
        assertThat(without("camel-health", Program.class, "accessKey=RAW(a2V5)"))
                .isEqualTo("started");
    }

    @Test
    void anApplicationThatIsNotTracedNeedsNoTracer() throws Exception {
        assertThat(without("camel-telemetry", Program.class, "accessKey=RAW(a2V5)"))
                .isEqualTo("started");
    }

    @Test
    void anApplicationWithoutWebSocketsNeedsNoServerForThem() throws Exception {
        assertThat(without("camel-undertow", Program.class, "accessKey=RAW(a2V5)"))
                .isEqualTo("started");
    }

    @Test
    void metersAreOptional() throws Exception {
        assertThat(without("micrometer-", Program.class, "accessKey=RAW(a2V5)")).isEqualTo("started");
    }

    @Test
    void theLibraryThatIsMissingIsNamed() {
        assertThatThrownBy(() -> without("azure-identity", Program.class, "credentialType=AZURE_IDENTITY"))
                .hasStackTraceContaining("requires the library com.azure:azure-identity on the class path");
        assertThatThrownBy(() -> without("azure-", Program.class, "credentialType=AZURE_IDENTITY"))
                .hasStackTraceContaining("requires the library com.azure:azure-identity on the class path");
        assertThatThrownBy(() -> without("azure-", Program.class, "credentialType=TOKEN_CREDENTIAL"))
                .hasStackTraceContaining("requires the library com.azure:azure-core on the class path");
    }

    /** Loaded by the class loader that lacks the libraries. */
    public static final class Program {

        private Program() {}

        /** Starts a producer. */
        public static String start(String options) throws Exception {
            try (DefaultCamelContext context = new DefaultCamelContext()) {
                context.start();
                context.getEndpoint("callautomation:hangUp?endpoint=http://localhost:1&" + options)
                        .createProducer()
                        .start();
                return "started";
            }
        }
    }
}
