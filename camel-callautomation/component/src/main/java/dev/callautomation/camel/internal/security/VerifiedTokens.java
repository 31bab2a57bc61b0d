package dev.callautomation.camel.internal.security;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The tokens that were accepted last, so that the signature of one that comes again, with a redelivery for example, is not
 * verified again, which is most of the cost of a delivery. Only accepted tokens are added, so that a sender without one
 * neither fills it nor displaces those of others.
 *
 * <p>Tokens are kept as digests: of a constant size, about 1 MB in all, and of no use to a reader of a heap dump; and the time of
 * a look-up says nothing about those that are kept.
 */
final class VerifiedTokens {

    /** Tokens are valid for minutes, and a redelivery follows within seconds; the first ones added are forgotten first. */
    static final int LIMIT = 4096;

    private final Map<String, Verified> byDigest = new ConcurrentHashMap<>();
    private final Queue<String> digests = new ConcurrentLinkedQueue<>();

    /**
     * A token that was accepted.
     *
     * @param issuer   keys of its issuer
     * @param keys     those of them that were in use
     * @param rules    rules that it complied with
     * @param lifetime its times, which are checked on each use
     */
    record Verified(SigningKeys issuer, KeySet keys, TokenRules rules, TokenLifetime lifetime) {}

    static String digest(String token) {
        // a string of bytes, for its equals and hashCode
        return new String(SharedSecret.digest(token), StandardCharsets.ISO_8859_1);
    }

    /** {@code null} if it is not known, or if keys have changed, or are to be fetched, since it was verified. */
    Verified find(String digest) {
        Verified token = byDigest.get(digest);
        return token != null && token.keys() == token.issuer().current() ? token : null;
    }

    void add(String digest, Verified token) {
        if (byDigest.put(digest, token) == null) {
            digests.add(digest);
            if (byDigest.size() > LIMIT) {
                byDigest.remove(digests.remove());
            }
        }
    }

    int size() {
        return byDigest.size();
    }
}
