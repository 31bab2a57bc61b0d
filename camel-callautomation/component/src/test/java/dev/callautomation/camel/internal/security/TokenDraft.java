package dev.callautomation.camel.internal.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

/** A token before it is signed. */
public final class TokenDraft {

    private final JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
    private RSAKey key;
    private String keyId;
    private JWSAlgorithm algorithm = JWSAlgorithm.RS256;

    TokenDraft(RSAKey key, String issuer, String audience) {
        this.key = key;
        this.keyId = key.getKeyID();
        claims.issuer(issuer).audience(audience);
        valid(Duration.ZERO, Duration.ofMinutes(5));
    }

    /** From and until when, as seen from now. */
    public TokenDraft valid(Duration from, Duration until) {
        Instant now = Instant.now();
        claims.notBeforeTime(Date.from(now.plus(from))).expirationTime(Date.from(now.plus(until)));
        return this;
    }

    public TokenDraft issuer(String issuer) {
        claims.issuer(issuer);
        return this;
    }

    public TokenDraft audience(String audience) {
        claims.audience(audience);
        return this;
    }

    public TokenDraft claim(String name, Object value) {
        claims.claim(name, value);
        return this;
    }

    /** Says that it is signed with this key. */
    public TokenDraft keyId(String id) {
        keyId = id;
        return this;
    }

    /** Is signed with this key, and says what it said before. */
    public TokenDraft key(RSAKey other) {
        key = other;
        return this;
    }

    public TokenDraft algorithm(JWSAlgorithm other) {
        algorithm = other;
        return this;
    }

    public String sign() {
        try {
            return sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the text of the public key as a password: what a naive receiver takes for the same key. */
    public String signWithPublicKey() {
        try {
            algorithm = JWSAlgorithm.HS256;
            return sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String unsigned() {
        return new PlainJWT(claims.build()).serialize();
    }

    private String sign(JWSSigner signer) throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }
}
