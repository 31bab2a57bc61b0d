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

    private final String prefix;
    private final List<byte[]> digests;
    private final Refusal missing;
    private final Refusal wrong;

    /**
     * @param option    name of the option, for messages
     * @param parameter name of the query parameter
     * @param values    the values that are valid now
     */
    SharedSecret(String option, String parameter, List<String> values) {
        this.prefix = parameter + "=";
        this.digests = values.stream().map(SharedSecret::digest).toList();
        this.missing = new Refusal(
                RefusalKind.NO_CREDENTIAL, "it has no secret: no parameter " + parameter + " in its address");
        this.wrong = new Refusal(RefusalKind.WRONG_SECRET, "the secret in its address is not the " + option);
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
        if (query == null) {
            return Optional.of(missing);
        }
        int count = 0;
        String given = null;
        for (int start = 0, end; start < query.length(); start = end + 1) {
            int next = query.indexOf('&', start);
            end = next < 0 ? query.length() : next;
            if (query.startsWith(prefix, start)) {
                given = query.substring(start + prefix.length(), end);
                count++;
            }
        }
        if (count == 0) {
            return Optional.of(missing);
        }
        return count == 1 && matches(given) ? Optional.empty() : Optional.of(wrong);
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

    static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
