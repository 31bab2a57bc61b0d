package dev.callautomation.simulator.auth;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

import io.vertx.core.buffer.Buffer;

/** A self-signed certificate for localhost, 127.0.0.1 and ::1, made anew for each simulator and valid for ten days. */
public final class ServerCertificate {

    private static final Duration VALIDITY = Duration.ofDays(10);
    private static final int SERIAL_NUMBER_BITS = 63;

    private static final String COMMON_NAME = "2.5.4.3";
    private static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";

    private static final int EXPLICIT_VERSION = 0;
    private static final int EXPLICIT_EXTENSIONS = 3;
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private final String certificatePem;
    private final String keyPem;

    private ServerCertificate(String certificatePem, String keyPem) {
        this.certificatePem = certificatePem;
        this.keyPem = keyPem;
    }

    /** Makes a certificate. */
    public static ServerCertificate create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new ServerCertificate(
                    pem("CERTIFICATE", certificate(pair)),
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate for localhost could not be made", e);
        }
    }

    /** The certificate in PEM, for clients that have to trust it. */
    public String certificatePem() {
        return certificatePem;
    }

    /** The certificate in PEM, for the server. */
    public Buffer certificate() {
        return Buffer.buffer(certificatePem);
    }

    /** The private key in PEM, for the server. */
    public Buffer key() {
        return Buffer.buffer(keyPem);
    }

    /** A Certificate as RFC 5280, section 4.1, defines it. */
    private static byte[] certificate(KeyPair pair) throws GeneralSecurityException {
        byte[] algorithm = Der.sequence(Der.oid(ECDSA_WITH_SHA256));
        byte[] content = content(pair, algorithm, Instant.now());
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(content);
        return Der.sequence(content, algorithm, Der.bits(signature.sign()));
    }

    private static byte[] content(KeyPair pair, byte[] algorithm, Instant now) {
        byte[] name = Der.sequence(Der.set(Der.sequence(Der.oid(COMMON_NAME), Der.utf8("localhost"))));
        return Der.sequence(
                Der.explicit(EXPLICIT_VERSION, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(SERIAL_NUMBER_BITS, new SecureRandom()).setBit(SERIAL_NUMBER_BITS - 1)),
                algorithm,
                name,
                Der.sequence(Der.time(now.minus(1, ChronoUnit.HOURS)), Der.time(now.plus(VALIDITY))),
                name,
                pair.getPublic().getEncoded(),
                Der.explicit(EXPLICIT_EXTENSIONS, Der.sequence(subjectAlternativeName(), basicConstraints())));
    }

    private static byte[] subjectAlternativeName() {
        byte[] loopback6 = new byte[16];
        loopback6[15] = 1;
        return Der.sequence(
                Der.oid(SUBJECT_ALTERNATIVE_NAME),
                Der.octets(Der.sequence(
                        Der.implicit(DNS_NAME, "localhost".getBytes(StandardCharsets.US_ASCII)),
                        Der.implicit(IP_ADDRESS, new byte[] {127, 0, 0, 1}),
                        Der.implicit(IP_ADDRESS, loopback6))));
    }

    /** A trust anchor has to be a certification authority for some clients. */
    private static byte[] basicConstraints() {
        return Der.sequence(Der.oid(BASIC_CONSTRAINTS), Der.bool(true), Der.octets(Der.sequence(Der.bool(true))));
    }

    private static String pem(String type, byte[] content) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
    }
}
