package dev.callautomation.simulator.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;

class TrustInstructionsTest {

    @TempDir
    private Path folder;

    @Test
    void aJavaClientTrustsTheKeyStoreThatTheCommandMakes() throws Exception {
        SimulatorOptions options = SimulatorOptions.defaults().withTls(true);
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start(options)) {
            Path certificate = Files.writeString(
                    folder.resolve("simulator.pem"), simulator.certificatePem().orElseThrow());
            run(command(certificate));

            HttpResponse<Void> answer = HttpClient.newBuilder()
                    .sslContext(trusting(folder.resolve("simulator.p12")))
                    .build()
                    .send(
                            HttpRequest.newBuilder(simulator.uri().resolve("simulator/phones"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aFolderWithSpacesIsOneWord() {
        assertThat(TrustInstructions.of(Path.of("a folder", "simulator.pem")))
                .filteredOn(line -> line.contains("folder"))
                .hasSize(5)
                .allSatisfy(line -> assertThat(line).containsPattern("['\"]a folder.simulator.pem['\"]"));
    }

    @Test
    void theDocumentationHasTheSameCommands() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "simulator-clients.adoc"));

        for (String line : TrustInstructions.of(Path.of("simulator.pem"))) {
            String command = line.replaceFirst("^  (\\S+)? +", "").replace(" (on Linux)", "");
            if (line.startsWith("  ")) {
                assertThat(page).contains(command.replaceFirst(" \\.\\.\\.$", ""));
            }
        }
    }

    private static List<String> command(Path certificate) {
        String line = TrustInstructions.of(certificate).stream()
                .filter(each -> each.contains("keytool"))
                .findFirst()
                .orElseThrow();
        List<String> words =
                new ArrayList<>(List.of(line.substring(line.indexOf("keytool")).split(" ")));
        words.set(0, Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        return words;
    }

    private void run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("keytool.log")))
                .isZero();
    }

    private static SSLContext trusting(Path store) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            trusted.load(in, "changeit".toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
