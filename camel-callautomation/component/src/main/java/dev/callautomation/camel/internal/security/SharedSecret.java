package dev.callautomation.camel.internal.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The secret in the query of the address that Event Grid delivers to. */
final class SharedSecret {

    /** The name of the query parameter. */
    static final String PARAMETER = "code";

    // needs no percent-encoding
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

    AuthenticationResult check(DeliveryCredentials credentials) {
        List<String> secrets = credentials.query() == null
                ? List.of()
                : Stream.of(credentials.query().split("&"))
                        .filter(part -> part.startsWith(PREFIX))
                        .map(part -> part.substring(PREFIX.length()))
                        .toList();
        if (secrets.isEmpty()) {
            return AuthenticationResult.unauthorized("it has no secret: no parameter " + PARAMETER + " in its address");
        }
        // digests have one length and hide the secret's; comparing them takes the same time wherever they differ
        return secrets.size() == 1 && MessageDigest.isEqual(digest, digest(secrets.get(0)))
                ? AuthenticationResult.TRUSTED
                : AuthenticationResult.unauthorized("the secret in its address is not the eventGridSecret");
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
