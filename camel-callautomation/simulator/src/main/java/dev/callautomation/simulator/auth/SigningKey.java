package dev.callautomation.simulator.auth;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.wire.Json;

/** An RSA key that signs tokens as RS256 (RFC 7518, 3.3), and its public half as a JWK (RFC 7517). */
final class SigningKey {

    private static final int BITS = 2048;

    private final KeyPair pair;
    private final String id;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
        this.id = thumbprint((RSAPublicKey) pair.getPublic());
    }

    /**
     * The key of all simulators of this process, as the service has one key set for all resources: issuer and audience
     * tell simulators apart, and a test class that starts many of them makes one key. The first call takes a while.
     */
    static SigningKey shared() {
        return Shared.KEY;
    }

    /** Another key of this process, which is never published. The first call takes a while. */
    static SigningKey unpublished() {
        return Unpublished.KEY;
    }

    /** Makes a key, which takes a while. */
    static SigningKey create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key that signs tokens could not be made", e);
        }
    }

    /** What tokens call the key: its thumbprint (RFC 7638). */
    String id() {
        return id;
    }

    ObjectNode toJwk() {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        return Json.object()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", id)
                .put("n", number(key.getModulus()))
                .put("e", number(key.getPublicExponent()));
    }

    /** A signed token (RFC 7515, compact serialization). */
    String sign(ObjectNode header, ObjectNode claims) {
        String content = part(header) + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
    }

    static String part(ObjectNode json) {
        return base64(Json.writePlain(json));
    }

    private static String thumbprint(RSAPublicKey key) {
        String members = "{\"e\":\"" + number(key.getPublicExponent()) + "\",\"kty\":\"RSA\",\"n\":\""
                + number(key.getModulus()) + "\"}";
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The id of the key that signs tokens could not be made", e);
        }
    }

    /** Without the zero that Java puts in front of a number whose first bit is set. */
    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return base64(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Makes the key when it is first asked for. */
    private static final class Shared {

        private static final SigningKey KEY = create();
    }

    /** Makes the key when it is first asked for. */
    private static final class Unpublished {

        private static final SigningKey KEY = create();
    }
}
