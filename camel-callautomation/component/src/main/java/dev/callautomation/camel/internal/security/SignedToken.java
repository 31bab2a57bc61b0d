package dev.callautomation.camel.internal.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.Header;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;

import dev.callautomation.camel.internal.support.UntrustedText;

/**
 * A signed token (RFC 7515, compact serialization), read once. Header and claims are checked by the JOSE library; their
 * Base64 and JSON are decoded by the JDK and by Jackson, which takes a quarter of the time and of the memory that the
 * library's own decoders take. Nothing of a token is trusted before its signature has been verified.
 */
final class SignedToken {

    private static final int MAX_DEPTH = 64;
    private static final int BLOCK = 4;
    private static final String NO_TOKEN = "its token is no JWT (RFC 7519)";
    private static final double MAX_SECONDS = Long.MAX_VALUE / 1000.0;
    private static final List<String> TIMES = List.of("exp", "nbf", "iat");
    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();
    private static final ObjectReader JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .readerFor(new TypeReference<Map<String, Object>>() {});

    private final String keyId;
    private final JWTClaimsSet claims;
    private final String signed;
    private final byte[] signature;

    private SignedToken(String keyId, JWTClaimsSet claims, String signed, byte[] signature) {
        this.keyId = keyId;
        this.claims = claims;
        this.signed = signed;
        this.signature = signature;
    }

    /** @throws MalformedTokenException if it is no token that is signed with RS256 and names its key */
    static SignedToken parse(String text) throws MalformedTokenException {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        // the exceptions of the decoders have stack traces, which cost more than the rest of a refusal
        if (first < 0
                || second <= first
                || !isBase64(text, 0, first)
                || !isBase64(text, first + 1, second)
                || !isBase64(text, second + 1, text.length())) {
            throw new MalformedTokenException(NO_TOKEN);
        }
        try {
            return read(text, first, second);
        } catch (ParseException | JsonProcessingException | RuntimeException e) {
            // the exception would quote parts of the token
            throw new MalformedTokenException(NO_TOKEN);
        }
    }

    /** RFC 7515, section 2: without padding. */
    private static boolean isBase64(String text, int start, int end) {
        if ((end - start) % BLOCK == 1) {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_')) {
                return false;
            }
        }
        return true;
    }

    private static SignedToken read(String text, int first, int second)
            throws MalformedTokenException, ParseException, JsonProcessingException {
        String keyId = keyId(json(text.substring(0, first)));
        return new SignedToken(
                keyId,
                claims(json(text.substring(first + 1, second))),
                text.substring(0, second),
                BASE64.decode(text.substring(second + 1)));
    }

    /** From a string, which is UTF-8 then: from bytes Jackson reads UTF-16, too. */
    private static Map<String, Object> json(String base64) throws JsonProcessingException, MalformedTokenException {
        byte[] json = BASE64.decode(base64);
        if (json.length == 0 || json[0] != '{' && !Character.isWhitespace(json[0])) {
            throw new MalformedTokenException(NO_TOKEN);
        }
        return JSON.readValue(new String(json, StandardCharsets.UTF_8));
    }

    private static String keyId(Map<String, Object> json) throws MalformedTokenException, ParseException {
        if (!(json.get("alg") instanceof String)) {
            throw new MalformedTokenException(NO_TOKEN);
        }
        Algorithm algorithm = Header.parseAlgorithm(json);
        if (algorithm.equals(Algorithm.NONE)) {
            throw new MalformedTokenException("its token is not signed (alg none)");
        }
        if (algorithm instanceof JWEAlgorithm) {
            throw new MalformedTokenException("its token is encrypted, not signed");
        }
        JWSHeader header = JWSHeader.parse(json, null);
        if (!algorithm.equals(JWSAlgorithm.RS256)) {
            throw new MalformedTokenException(
                    "its token is signed with " + UntrustedText.quote(algorithm) + ", not with RS256");
        }
        // RFC 7515, section 4.1.11: no extension is understood here; RFC 7797, section 7: not for a JWT
        if (header.getCriticalParams() != null || !header.isBase64URLEncodePayload()) {
            throw new MalformedTokenException("its token has extensions that are not supported (crit, b64)");
        }
        if (header.getKeyID() == null) {
            throw new MalformedTokenException("its token does not say with which key it is signed (no kid)");
        }
        return header.getKeyID();
    }

    private static JWTClaimsSet claims(Map<String, Object> json) throws ParseException {
        for (String time : TIMES) {
            // the library would take the last 64 bits of it
            if (json.get(time) instanceof Number seconds && Math.abs(seconds.doubleValue()) > MAX_SECONDS) {
                throw new ParseException("a time is out of range", 0);
            }
        }
        return JWTClaimsSet.parse(json);
    }

    /** The id of the key that it is said to be signed with. */
    String keyId() {
        return keyId;
    }

    JWTClaimsSet claims() {
        return claims;
    }

    /**
     * Whether it is signed with the private part of a key. An instance of {@link Signature} for each token: one that is
     * reused saves 1% of the time only.
     *
     * @throws GeneralSecurityException if that cannot be checked with the key
     */
    boolean isSignedWith(RSAPublicKey key) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(key);
        verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
        try {
            return verifier.verify(signature);
        } catch (SignatureException e) {
            // of another length, for example
            return false;
        }
    }
}
