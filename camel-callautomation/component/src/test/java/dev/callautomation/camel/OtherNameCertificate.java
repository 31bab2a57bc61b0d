package dev.callautomation.camel;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;

import io.vertx.core.net.PfxOptions;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/** A self-signed certificate for a name, made by the tool of the JDK. */
public final class OtherNameCertificate {

    private static final String PASSWORD = "changeit";

    private final Path file;

    /** @param name as in {@code dns:other.example.com} or {@code ip:127.0.0.1} */
    public OtherNameCertificate(Path folder, String name) throws Exception {
        file = Files.createTempDirectory(folder, "certificate").resolve("certificate.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-validity",
                        "2",
                        "-ext",
                        "san=" + name,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!keytool.waitFor(2, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
    }

    public PfxOptions server() {
        return new PfxOptions().setPath(file.toString()).setPassword(PASSWORD);
    }

    /** Trusts the certificate, whatever its name. */
    SSLContextParameters trust() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("test", keys.getCertificate("test"));
        KeyStoreParameters trusted = new KeyStoreParameters();
        trusted.setKeyStore(certificates);
        TrustManagersParameters managers = new TrustManagersParameters();
        managers.setKeyStore(trusted);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(managers);
        return parameters;
    }
}
