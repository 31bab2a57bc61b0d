package dev.callautomation.benchmark.operation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.vertx.core.MultiMap;

/** The service's signature of requests, as its documentation shows it. */
public final class HandSigner {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    private final String host;
    private final ThreadLocal<Mac> macs;

    public HandSigner(String key, String host) {
        this.host = host;
        SecretKeySpec secret = new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256");
        this.macs = ThreadLocal.withInitial(() -> mac(secret));
    }

    private static Mac mac(SecretKeySpec secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public void sign(String method, String uri, byte[] body, MultiMap headers) throws GeneralSecurityException {
        String date = DATE.format(ZonedDateTime.now(ZoneOffset.UTC));
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
        String toSign = method + "\n" + uri + "\n" + date + ";" + host + ";" + hash;
        String signature =
                Base64.getEncoder().encodeToString(macs.get().doFinal(toSign.getBytes(StandardCharsets.UTF_8)));
        headers.add("x-ms-date", date)
                .add("x-ms-content-sha256", hash)
                .add(
                        "Authorization",
                        "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + signature);
    }
}
