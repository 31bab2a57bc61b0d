package dev.callautomation.simulator.auth;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;

import io.vertx.core.buffer.Buffer;

/** A self-signed certificate for localhost, 127.0.0.1 and ::1, made anew for each simulator and valid for ten days. */
public final class ServerCertificate {

    private static final Duration VALIDITY = Duration.ofDays(10);
    private static final int SERIAL_NUMBER_BITS = 63;

    private static final String COMMON_NAME = "2.5.4.3";
    private static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
    private static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";

    private static final int EXPLICIT_VERSION = 0;
    private static final int EXPLICIT_EXTENSIONS = 3;
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final int KEY_IDENTIFIER = 0;
    private static final int KEY_IDENTIFIER_BYTES = 20;

    /** digitalSignature and keyCertSign, of which the last two bits are not used. */
    private static final byte[] SIGNS = {2, (byte) 0x84};

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

    private static byte[] content(KeyPair pair, byte[] algorithm, Instant now) throws GeneralSecurityException {
        byte[] keyIdentifier = keyIdentifier(pair);
        byte[] name = Der.sequence(Der.set(Der.sequence(Der.oid(COMMON_NAME), Der.utf8("localhost"))));
        return Der.sequence(
                Der.explicit(EXPLICIT_VERSION, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(SERIAL_NUMBER_BITS, new SecureRandom()).setBit(SERIAL_NUMBER_BITS - 1)),
                algorithm,
                name,
                Der.sequence(Der.time(now.minus(1, ChronoUnit.HOURS)), Der.time(now.plus(VALIDITY))),
                name,
                pair.getPublic().getEncoded(),
                Der.explicit(
                        EXPLICIT_EXTENSIONS,
                        Der.sequence(
                                subjectAlternativeName(),
                                basicConstraints(),
                                keyUsage(),
                                extension(EXTENDED_KEY_USAGE, Der.sequence(Der.oid(SERVER_AUTHENTICATION))),
                                extension(SUBJECT_KEY_IDENTIFIER, Der.octets(keyIdentifier)),
                                extension(
                                        AUTHORITY_KEY_IDENTIFIER,
                                        Der.sequence(Der.implicit(KEY_IDENTIFIER, keyIdentifier))))));
    }

    /** By RFC 7093, section 2. Python from 3.13 refuses certificates without it and without the usage of the key. */
    private static byte[] keyIdentifier(KeyPair pair) throws GeneralSecurityException {
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(pair.getPublic().getEncoded());
        return Arrays.copyOf(hash, KEY_IDENTIFIER_BYTES);
    }

    private static byte[] keyUsage() {
        return Der.sequence(Der.oid(KEY_USAGE), Der.bool(true), Der.octets(Der.bitString(SIGNS)));
    }

    private static byte[] extension(String id, byte[] value) {
        return Der.sequence(Der.oid(id), Der.octets(value));
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
