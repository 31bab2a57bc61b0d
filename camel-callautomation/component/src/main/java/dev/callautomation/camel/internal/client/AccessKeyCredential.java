package dev.callautomation.camel.internal.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.vertx.core.Future;

/**
 * Signs requests with an access key (HMAC-SHA256 over method, path and query, date, host and the hash of the body), as in
 * the documentation of the service, "Sign an HTTP request".
 */
public final class AccessKeyCredential implements Credential {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String SIGNED_HEADERS = "x-ms-date;host;x-ms-content-sha256";

    private final SecretKeySpec key;
    private final Clock clock;

    // setting a Mac up costs more than using it, and one Mac serves one thread at a time
    private final Queue<Mac> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param  accessKey                base64
     * @throws IllegalArgumentException if it is not base64; the message does not contain it
     */
    public AccessKeyCredential(String accessKey) {
        this(accessKey, Clock.systemUTC());
    }

    AccessKeyCredential(String accessKey, Clock clock) {
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(accessKey.trim());
        } catch (IllegalArgumentException e) {
            // the cause would quote a character of the key
            throw new IllegalArgumentException(
                    "The accessKey is not base64; copy it from the resource's page Keys in the Azure portal");
        }
        if (decoded.length == 0) {
            throw new IllegalArgumentException("The accessKey is empty");
        }
        this.key = new SecretKeySpec(decoded, ALGORITHM);
        this.clock = clock;
    }

    @Override
    public Future<Map<String, String>> authorize(String method, String pathAndQuery, String authority, Payload body) {
        try {
            String date = HttpDates.format(clock.instant());
            String hash = body.digestInBase64();
            String toSign = method + '\n' + pathAndQuery + '\n' + date + ';' + authority + ';' + hash;
            return Future.succeededFuture(Map.of(
                    "x-ms-date",
                    date,
                    "x-ms-content-sha256",
                    hash,
                    "Authorization",
                    "HMAC-SHA256 SignedHeaders=" + SIGNED_HEADERS + "&Signature=" + base64(sign(toSign))));
        } catch (GeneralSecurityException e) {
            return Future.failedFuture(e);
        }
    }

    private byte[] sign(String text) throws GeneralSecurityException {
        Mac mac = idle.poll();
        if (mac == null) {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
        }
        byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        idle.offer(mac);
        return signature;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
