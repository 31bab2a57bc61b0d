package dev.callautomation.benchmark.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A key store with a certificate of localhost, which the applications trust. */
final class Certificates {

    static final String PASSWORD = "benchmark";

    private Certificates() {}

    /** Makes it with the JDK's keytool. */
    static Path create() {
        try {
            Path store = Files.createTempDirectory("benchmarks").resolve("localhost.p12");
            store.toFile().deleteOnExit();
            store.getParent().toFile().deleteOnExit();
            int status = new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/keytool",
                            "-genkeypair",
                            "-alias",
                            "localhost",
                            "-keyalg",
                            "RSA",
                            "-keysize",
                            "2048",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "SAN=dns:localhost,ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            PASSWORD)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("keytool ends with status " + status);
            }
            return store;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
