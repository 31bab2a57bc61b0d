package dev.callautomation.simulator.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.callautomation.simulator.wire.HttpDate;

/**
 * Checks the HMAC-SHA256 signature of a request. The string signed is {@code VERB\npathAndQuery\nvalues}, the values
 * being those of the SignedHeaders joined with {@code ;}. The host counts with and without its port, because the
 * official clients differ in that.
 */
public final class HmacVerifier {

    /** How far a request's date may be from now. */
    static final Duration SKEW = Duration.ofMinutes(15);

    private static final Pattern AUTHORIZATION =
            Pattern.compile("HMAC-SHA256 SignedHeaders=([^&\\s]+)&Signature=(\\S+)", Pattern.CASE_INSENSITIVE);

    private static final List<List<String>> REQUIRED =
            List.of(List.of("x-ms-date", "date"), List.of("host"), List.of("x-ms-content-sha256"));

    private final SecretKeySpec key;

    /** One of each thread: making and initializing one takes as long as a signature. */
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);

    /** Takes the access key as it stands in a connection string. */
    public HmacVerifier(String accessKey) {
        this.key = new SecretKeySpec(Base64.getDecoder().decode(accessKey), "HmacSHA256");
    }

    /** Empty when the signature is right, otherwise what is wrong; never repeats a secret. */
    public Optional<String> problem(SignedRequest request, Instant now) {
        String authorization = request.header().apply("Authorization");
        if (authorization == null) {
            return Optional.of("The Authorization header is missing: sign the request with the access key.");
        }
        Matcher matcher = AUTHORIZATION.matcher(authorization);
        if (!matcher.matches()) {
            return Optional.of(
                    "The Authorization header must read: HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=<base64>");
        }
        List<String> names = List.of(matcher.group(1).toLowerCase(Locale.ROOT).split(";"));
        return missing(names)
                .or(() -> absent(request, names))
                .or(() -> dateProblem(request, names, now))
                .or(() -> contentProblem(request))
                .or(() -> signatureProblem(request, names, matcher.group(2)));
    }

    private static Optional<String> missing(List<String> names) {
        return REQUIRED.stream()
                .filter(alternatives -> alternatives.stream().noneMatch(names::contains))
                .findFirst()
                .map(alternatives -> "SignedHeaders must include " + alternatives.get(0) + ".");
    }

    private static Optional<String> absent(SignedRequest request, List<String> names) {
        return names.stream()
                .filter(name -> request.header().apply(name) == null)
                .findFirst()
                .map(name -> "SignedHeaders names " + name + ", but the request has no such header.");
    }

    private static Optional<String> dateProblem(SignedRequest request, List<String> names, Instant now) {
        String date = request.header().apply(names.contains("x-ms-date") ? "x-ms-date" : "date");
        try {
            return Duration.between(HttpDate.read(date), now).abs().compareTo(SKEW) > 0
                    ? Optional.of("The request's date is more than " + SKEW.toMinutes()
                            + " minutes away from now: check the client's clock.")
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.of(
                    "The request's date is not in RFC 1123 format, for example Tue, 03 Mar 2026 10:00:00 GMT.");
        }
    }

    private static Optional<String> contentProblem(SignedRequest request) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(request.body());
            String expected = Base64.getEncoder().encodeToString(hash);
            return same(expected, request.header().apply("x-ms-content-sha256"))
                    ? Optional.empty()
                    : Optional.of("x-ms-content-sha256 is not the SHA-256 hash of the body.");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    private Optional<String> signatureProblem(SignedRequest request, List<String> names, String signature) {
        boolean right = false;
        for (String host : hosts(request.header().apply("host"))) {
            List<String> values = new ArrayList<>();
            for (String name : names) {
                values.add("host".equals(name) ? host : request.header().apply(name));
            }
            String text = request.method() + "\n" + request.pathAndQuery() + "\n" + String.join(";", values);
            right |= same(sign(text), signature);
        }
        return right
                ? Optional.empty()
                : Optional.of("The signature does not match: check the access key and the string that is signed.");
    }

    private static List<String> hosts(String host) {
        int port = host.lastIndexOf(':');
        return port > host.lastIndexOf(']') ? List.of(host, host.substring(0, port)) : List.of(host);
    }

    private String sign(String text) {
        return Base64.getEncoder().encodeToString(macs.get().doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256", e);
        }
    }

    /** Takes the same time wherever the difference is. */
    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
