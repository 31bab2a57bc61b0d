package dev.callautomation.simulator.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** How clients trust the certificate of a simulator that serves https. */
final class TrustInstructions {

    private TrustInstructions() {}

    /** Lines for a console. */
    static List<String> of(Path certificate) {
        String file = quoted(certificate.toString());
        return List.of(
                "Its certificate is new with each start. Clients trust it by:",
                "  Java     keytool -importcert -noprompt -alias simulator -file " + file
                        + " -keystore simulator.p12 -storepass changeit",
                "           java -Djavax.net.ssl.trustStore=simulator.p12 -Djavax.net.ssl.trustStorePassword=changeit ...",
                "  Python   export REQUESTS_CA_BUNDLE=" + file + " SSL_CERT_FILE=" + file,
                "  Node.js  export NODE_EXTRA_CA_CERTS=" + file,
                "  .NET     export SSL_CERT_FILE=" + file + " (on Linux)",
                "  curl     curl --cacert " + file);
    }

    /** One word of a shell. */
    private static String quoted(String path) {
        if (path.matches("[\\w./:@+" + (File.separatorChar == '\\' ? "\\\\" : "") + "-]+")) {
            return path;
        }
        return File.separatorChar == '\\' ? '"' + path + '"' : "'" + path.replace("'", "'\\''") + "'";
    }
}
