package dev.callautomation.benchmark.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;

/** Signs tokens as the service does, and publishes their key. */
public final class Tokens {

    /** The resource that tokens are for. */
    public static final String AUDIENCE = "7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10";

    private final RSAKey key;
    private final int port;

    Tokens(int port) throws JOSEException {
        this.port = port;
        this.key = new RSAKeyGenerator(2048)
                .keyUse(KeyUse.SIGNATURE)
                .keyID("benchmark")
                .generate();
    }

    /** The issuer, where the key is published. */
    public static String issuer(int port) {
        return "http://127.0.0.1:" + port;
    }

    Future<HttpServer> publish(Vertx vertx) {
        String configuration = JSONObjectUtils.toJSONString(
                Map.of("issuer", issuer(port), "jwks_uri", issuer(port) + "/calling/keys"));
        return vertx.createHttpServer()
                .requestHandler(request -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(
                                request.path().endsWith("keys")
                                        ? new JWKSet(key.toPublicJWK()).toString()
                                        : configuration))
                .listen(port, "127.0.0.1");
    }

    /** Headers with tokens that all differ. */
    List<String> sign(int count) throws JOSEException {
        RSASSASigner signer = new RSASSASigner(key);
        Instant now = Instant.now();
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(number -> sign(signer, now, number))
                .toList();
    }

    private String sign(RSASSASigner signer, Instant now, int number) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer(port))
                .audience(AUDIENCE)
                .notBeforeTime(Date.from(now))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
                .claim("jti", now.toEpochMilli() + "-" + number)
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return "Bearer " + token.serialize();
    }
}
