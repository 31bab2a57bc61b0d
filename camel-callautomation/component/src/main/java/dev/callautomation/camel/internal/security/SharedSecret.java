package dev.callautomation.camel.internal.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A secret in the query of an address that events are delivered to; two while it is being changed. */
final class SharedSecret {

    // needs no percent-encoding
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{16,200}");
    private static final int MAX_VALUES = 2;

    private final String option;
    private final String parameter;
    private final List<byte[]> digests;

    /**
     * @param option    name of the option, for messages
     * @param parameter name of the query parameter
     * @param values    the values that are valid now
     */
    SharedSecret(String option, String parameter, List<String> values) {
        this.option = option;
        this.parameter = parameter;
        this.digests = values.stream().map(SharedSecret::digest).toList();
    }

    /**
     * Reads an option.
     *
     * @param  text                     one value, or two with a comma between them; {@code null} for none
     * @throws IllegalArgumentException if one could be guessed, or would change in an address; the message does not
     *                                  repeat it
     */
    static List<String> values(String option, String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        List<String> values = Stream.of(text.split(",", -1)).map(String::trim).toList();
        if (values.size() > MAX_VALUES) {
            throw new IllegalArgumentException("The option " + option
                    + " must have one value, or two with a comma between them while the secret is being changed");
        }
        if (!values.stream().allMatch(value -> FORM.matcher(value).matches())) {
            throw new IllegalArgumentException("The option " + option + " must have 16 to 200 characters, and of these"
                    + " only letters, digits and - . _ so that it needs no encoding in an address");
        }
        return values;
    }

    /**
     * Why a query does not have the secret.
     *
     * @param kind   whether it has none, or a wrong one
     * @param reason the end of a sentence about the request
     */
    record Refusal(RefusalKind kind, String reason) {}

    /** Why a query does not have the secret; empty if it has. */
    Optional<Refusal> refusal(String query) {
        String prefix = parameter + "=";
        List<String> given = query == null
                ? List.of()
                : Stream.of(query.split("&"))
                        .filter(part -> part.startsWith(prefix))
                        .map(part -> part.substring(prefix.length()))
                        .toList();
        if (given.isEmpty()) {
            return Optional.of(new Refusal(
                    RefusalKind.NO_CREDENTIAL, "it has no secret: no parameter " + parameter + " in its address"));
        }
        return given.size() == 1 && matches(given.get(0))
                ? Optional.empty()
                : Optional.of(new Refusal(RefusalKind.WRONG_SECRET, "the secret in its address is not the " + option));
    }

    /** Takes the same time whatever is given: digests have one length, and all are compared. */
    private boolean matches(String given) {
        byte[] digest = digest(given);
        boolean matches = false;
        for (byte[] valid : digests) {
            matches |= MessageDigest.isEqual(valid, digest);
        }
        return matches;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
