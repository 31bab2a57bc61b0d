package dev.callautomation.camel.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.camel.JavaProcess;
import dev.callautomation.camel.docs.Page.Snippet;

import static org.assertj.core.api.Assertions.assertThat;

/** The security properties of the page let another provider verify tokens. They are those of a whole JVM, so it is another one. */
// Conscrypt has a native library for this platform, and the JDK has as many providers as the page says
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class SecurityProviderTest {

    /** Tokens that are accepted, those that are refused, and keys that change. */
    private static final List<String> TESTS = List.of(
            "dev.callautomation.camel.internal.security.SignedTokenTest",
            "dev.callautomation.camel.internal.security.TokenAuthenticatorTest",
            "dev.callautomation.camel.ForgedDeliveriesTest",
            "dev.callautomation.camel.KeyServerTest");

    private static final Pattern VERIFIED = Pattern.compile("SHA256withRSA verification algorithm from: (\\w+)");

    @TempDir
    Path folder;

    @Test
    void tokensAreAcceptedAndRefusedByTheOtherProviderAsByThatOfTheJdk() throws Exception {
        // the JDK itself verifies signed jars by its own providers only
        assertThat(verifiers(properties(), TESTS)).contains("Conscrypt");
    }

    @Test
    void withoutTheLibraryTheProviderOfTheJdkVerifies() throws Exception {
        assertThat(verifiers(properties().replace("org.conscrypt.", "missing."), TESTS.subList(0, 1)))
                .containsExactly("SunRsaSign");
    }

    @Test
    void theNumberOnThePageIsTheFirstFreeOne() {
        int free = IntStream.iterate(1, number -> number + 1)
                .filter(number -> Security.getProperty("security.provider." + number) == null)
                .findFirst()
                .orElseThrow();
        assertThat(properties()).contains("security.provider." + free + "=");
    }

    @Test
    void theLibraryOnThePageIsTheOneThatIsTested() throws Exception {
        String version = Pattern.compile("<conscrypt.version>([^<]+)<")
                .matcher(Files.readString(Page.ROOT.resolve("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(Page.SECURITY.section("Verification by another provider"))
                .contains("org.conscrypt:conscrypt-openjdk-uber:" + version);
    }

    private static String properties() {
        return Page.SECURITY.snippets("properties").stream()
                .map(Snippet::text)
                .filter(text -> text.contains("security.provider."))
                .findFirst()
                .orElseThrow();
    }

    /** Runs test classes in a JVM with these security properties, and returns the providers that verified signatures. */
    private Set<String> verifiers(String properties, List<String> classes) throws Exception {
        Path file = Files.writeString(folder.resolve("provider.security"), properties);
        Path output = folder.resolve("output.txt");
        List<String> options = List.of(
                "-XX:TieredStopAtLevel=1",
                "-Djava.security.properties=" + file,
                "-Djava.security.debug=provider,engine=signature",
                // names the file of its log
                "-Dsurefire.fork=provider");
        Process tests = JavaProcess.start(output, options, JUnitProcess.class, classes.toArray(String[]::new));
        try {
            assertThat(tests.waitFor(10, TimeUnit.MINUTES))
                    .as(() -> printed(output))
                    .isTrue();
        } finally {
            tests.destroyForcibly();
        }
        String text = Files.readString(output);
        assertThat(tests.exitValue()).as(() -> printed(output)).isZero();
        return VERIFIED.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    /** Without the lines of the JVM on providers, of which there are many. */
    private static String printed(Path output) {
        try (Stream<String> lines = Files.lines(output)) {
            return lines.filter(line -> !line.contains("Provider: ") && !line.contains("provider: "))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
