package dev.callautomation.camel.internal.security;

import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;

/**
 * The keys that an issuer signs with.
 *
 * @param issuer the issuer, as its tokens spell it
 * @param keys   by key id
 */
record KeySet(String issuer, Map<String, RSAPublicKey> keys) {

    // NIST SP 800-131A: shorter ones can be broken
    private static final int SHORTEST = 2048;

    KeySet {
        keys = Map.copyOf(keys);
    }

    /**
     * Reads a JWK set (RFC 7517), of which only RSA keys for signatures are of use.
     *
     * @throws TokenRejectedException if it is none, or has no such key
     */
    static KeySet parse(String issuer, String json) {
        Map<String, RSAPublicKey> keys = new HashMap<>();
        try {
            for (JWK key : JWKSet.parse(json).getKeys()) {
                if (key instanceof RSAKey rsa && signs(rsa)) {
                    keys.put(rsa.getKeyID(), rsa.toRSAPublicKey());
                }
            }
        } catch (ParseException | JOSEException e) {
            throw new TokenRejectedException("the key set is no JWK set (RFC 7517)", e);
        }
        if (keys.isEmpty()) {
            throw new TokenRejectedException(
                    "the key set has no RSA key of " + SHORTEST + " bits or more with a key id", null);
        }
        return new KeySet(issuer, keys);
    }

    private static boolean signs(RSAKey key) {
        return key.getKeyID() != null
                && key.size() >= SHORTEST
                && (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(JWSAlgorithm.RS256));
    }

    boolean has(String id) {
        return keys.containsKey(id);
    }

    Optional<RSAPublicKey> key(String id) {
        return Optional.ofNullable(keys.get(id));
    }
}
