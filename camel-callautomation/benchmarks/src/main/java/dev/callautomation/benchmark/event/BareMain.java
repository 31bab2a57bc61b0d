package dev.callautomation.benchmark.event;

import java.util.Date;
import java.util.List;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

import dev.callautomation.benchmark.load.Tokens;
import dev.callautomation.benchmark.peer.Consumed;
import dev.callautomation.benchmark.peer.HandEvents;
import dev.callautomation.benchmark.process.Commands;

/**
 * Vert.x, Jackson and, for tokens, the JOSE library by hand. Arguments: port, port of the issuer of tokens or 0 if deliveries
 * are not authenticated.
 */
final class BareMain {

    private static final String BEARER = "Bearer ";

    private BareMain() {}

    public static void main(String[] arguments) throws Exception {
        Commands commands = new Commands();
        Consumed consumed = new Consumed(commands);
        Vertx vertx = Vertx.vertx();
        int issuer = Integer.parseInt(arguments[1]);
        RSASSAVerifier verifier = issuer == 0 ? null : verifier(vertx, issuer);
        String expected = Tokens.issuer(issuer);
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(Integer.parseInt(arguments[0])))
                .requestHandler(request -> {
                    if (verifier == null || valid(request.getHeader("Authorization"), verifier, expected)) {
                        request.body().onSuccess(body -> handle(request, body.getBytes(), consumed));
                    } else {
                        request.response().setStatusCode(401).end();
                    }
                })
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        commands.serve();
    }

    private static RSASSAVerifier verifier(Vertx vertx, int issuer) throws Exception {
        return vertx.createHttpClient()
                .request(HttpMethod.GET, issuer, "127.0.0.1", "/calling/keys")
                .compose(request -> request.send())
                .compose(response -> response.body())
                .map(body -> {
                    try {
                        return new RSASSAVerifier(
                                JWKSet.parse(body.toString()).getKeys().get(0).toRSAKey());
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    private static boolean valid(@Nullable String authorization, RSASSAVerifier verifier, String issuer) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return false;
        }
        try {
            SignedJWT token = SignedJWT.parse(authorization.substring(BEARER.length()));
            JWTClaimsSet claims = token.getJWTClaimsSet();
            Date now = new Date();
            return issuer.equals(claims.getIssuer())
                    && List.of(Tokens.AUDIENCE).equals(claims.getAudience())
                    && claims.getExpirationTime().after(now)
                    && !claims.getNotBeforeTime().after(now)
                    && token.verify(verifier);
        } catch (Exception e) {
            return false;
        }
    }

    private static void handle(HttpServerRequest request, byte[] body, Consumed consumed) {
        try {
            consumed.accept(HandEvents.parse(body));
            request.response().end();
        } catch (Exception e) {
            request.response().setStatusCode(400).end();
        }
    }
}
