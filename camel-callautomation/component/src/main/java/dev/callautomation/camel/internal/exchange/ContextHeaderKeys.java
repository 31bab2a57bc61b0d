package dev.callautomation.camel.internal.exchange;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys that sign context headers (HMAC-SHA-256, truncated to 128 bits), so that only the application can set headers of its
 * routes. The first key signs; all verify.
 */
final class ContextHeaderKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;
    private static final int RANDOM_BYTES = 32;
    private static final int MAX_KEYS = 2;
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{16,200}");

    private final List<SecretKeySpec> keys;

    private ContextHeaderKeys(List<SecretKeySpec> keys) {
        this.keys = keys;
    }

    /**
     * @param  text                     one key, or two with a comma between them; {@code null} for a random one
     * @throws IllegalArgumentException if a key is too short; the message does not repeat it
     */
    static ContextHeaderKeys of(String text) {
        if (text == null || text.isBlank()) {
            byte[] random = new byte[RANDOM_BYTES];
            new SecureRandom().nextBytes(random);
            return new ContextHeaderKeys(List.of(new SecretKeySpec(random, ALGORITHM)));
        }
        List<String> texts = Stream.of(text.split(",", -1)).map(String::trim).toList();
        if (texts.size() > MAX_KEYS
                || !texts.stream().allMatch(key -> FORM.matcher(key).matches())) {
            throw new IllegalArgumentException("The option contextHeadersKey must have 16 to 200 characters of ASCII"
                    + " without spaces; or two such keys with a comma between them while it is being changed");
        }
        return new ContextHeaderKeys(texts.stream()
                .map(key -> new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .toList());
    }

    String sign(String text) {
        return encode(mac(keys.get(0), text));
    }

    boolean verifies(String text, String signature) {
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        boolean verified = false;
        for (SecretKeySpec key : keys) {
            verified |= MessageDigest.isEqual(encode(mac(key, text)).getBytes(StandardCharsets.UTF_8), given);
        }
        return verified;
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static String encode(byte[] mac) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, SIGNATURE_BYTES));
    }
}
