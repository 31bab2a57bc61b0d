package dev.callautomation.camel.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The secret that Event Grid shows in the query of the address it delivers to. */
final class SharedSecret {

    /** The name of the query parameter. */
    static final String PARAMETER = "code";

    // the same in an address as outside, whoever encodes it
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{16,200}");
    private static final String PREFIX = PARAMETER + "=";

    private final byte[] digest;

    SharedSecret(String secret) {
        this.digest = digest(secret);
    }

    /**
     * @throws IllegalArgumentException if it could be guessed, or would change in an address; the message does not
     *                                  repeat it
     */
    static void check(String secret) {
        if (!FORM.matcher(secret).matches()) {
            throw new IllegalArgumentException("The option eventGridSecret must have 16 to 200 characters, and of these"
                    + " only letters, digits and - . _ so that it needs no encoding in an address");
        }
    }

    Verdict check(Presented presented) {
        List<String> shown = presented.query() == null
                ? List.of()
                : Stream.of(presented.query().split("&"))
                        .filter(part -> part.startsWith(PREFIX))
                        .map(part -> part.substring(PREFIX.length()))
                        .toList();
        if (shown.isEmpty()) {
            return Verdict.unauthorized("it has no secret: no parameter " + PARAMETER + " in its address");
        }
        // digests have one length and hide the secret's; comparing them takes the same time wherever they differ
        return shown.size() == 1 && MessageDigest.isEqual(digest, digest(shown.get(0)))
                ? Verdict.TRUSTED
                : Verdict.unauthorized("the secret in its address is not the eventGridSecret");
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
