package dev.callautomation.simulator.auth;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The certificate of https, as the JDK reads it. */
class ServerCertificateTest {

    private final X509Certificate certificate = read(ServerCertificate.create());

    @Test
    void isSignedWithItsOwnKey() throws Exception {
        certificate.verify(certificate.getPublicKey());

        assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withECDSA");
        assertThat(certificate.getIssuerX500Principal()).isEqualTo(certificate.getSubjectX500Principal());
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=localhost");
    }

    @Test
    void isAnX509Version3CertificateOfAnAuthority() {
        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getBasicConstraints()).isNotNegative();
        assertThat(certificate.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
        assertThat(certificate.getSerialNumber()).isPositive();
    }

    /** Python from 3.13 and macOS insist on these. */
    @Test
    void saysWhatItsKeyIsForAndIdentifiesIt() throws Exception {
        assertThat(certificate.getKeyUsage()).startsWith(true, false, false, false, false, true, false);
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        byte[] subject = certificate.getExtensionValue("2.5.29.14");
        byte[] authority = certificate.getExtensionValue("2.5.29.35");
        assertThat(subject).hasSize(24);
        assertThat(Arrays.copyOfRange(authority, authority.length - 20, authority.length))
                .isEqualTo(Arrays.copyOfRange(subject, 4, 24));
    }

    @Test
    void namesLocalhostAndBothLoopbackAddresses() throws Exception {
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(
                        List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(7, "0:0:0:0:0:0:0:1"));
    }

    @Test
    void isValidForTenDaysAndSinceAnHour() throws Exception {
        certificate.checkValidity();

        assertThat(Duration.between(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant()))
                .isEqualTo(Duration.ofDays(10).plusHours(1));
    }

    private static X509Certificate read(ServerCertificate served) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(served.certificatePem().getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
