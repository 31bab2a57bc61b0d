package dev.callautomation.simulator.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.model.TokenFlaw;
import dev.callautomation.simulator.wire.Json;

/** Makes tokens that a receiver must not take. */
final class FlawedTokens {

    /** More than any receiver allows for clocks that differ. */
    private static final long LONG_AGO = Duration.ofHours(1).toSeconds();

    private FlawedTokens() {}

    /**
     * A token as it should be, but for one thing.
     *
     * @param unpublished a key that is not published
     */
    static String token(
            TokenFlaw flaw, SigningKey known, SigningKey unpublished, ObjectNode header, ObjectNode claims) {
        long now = Instant.now().getEpochSecond();
        switch (flaw) {
            case EXPIRED -> claims.put("nbf", now - 2 * LONG_AGO).put("exp", now - LONG_AGO);
            case NOT_YET_VALID -> claims.put("nbf", now + LONG_AGO).put("exp", now + 2 * LONG_AGO);
            case WRONG_AUDIENCE -> claims.put("aud", UUID.randomUUID().toString());
            case WRONG_ISSUER -> claims.put("iss", "https://other-issuer.example");
            case UNKNOWN_KEY -> header.put("kid", unpublished.id());
            default -> {
                // the flaw is in the signature
            }
        }
        return switch (flaw) {
            case ALG_NONE ->
                SigningKey.part(Json.object().put("alg", "none").put("typ", "JWT")) + "." + SigningKey.part(claims)
                        + ".";
            case WRONG_KEY, UNKNOWN_KEY -> unpublished.sign(header, claims);
            default -> known.sign(header, claims);
        };
    }
}
