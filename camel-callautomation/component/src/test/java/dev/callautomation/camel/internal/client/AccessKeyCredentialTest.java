package dev.callautomation.camel.internal.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccessKeyCredentialTest {

    private static final String KEY = "c2VjcmV0LWtleS1vZi10aGUtdGVzdHM=";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:02:03Z"), ZoneOffset.UTC);

    private static Map<String, String> authorize(String method, String path, String body) {
        return new AccessKeyCredential(KEY, CLOCK)
                .authorize(
                        method,
                        path,
                        "contoso.communication.azure.com",
                        new Payload(body.getBytes(StandardCharsets.UTF_8)))
                .result();
    }

    @Test
    void aRequestIsSignedOverWhatTheServiceChecks() throws Exception {
        Map<String, String> headers = authorize("POST", "/calling/callConnections?api-version=2026-03-12", "{}");
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest("{}".getBytes(StandardCharsets.UTF_8)));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
        String toSign = "POST\n/calling/callConnections?api-version=2026-03-12\n"
                + "Mon, 02 Mar 2026 01:02:03 GMT;contoso.communication.azure.com;" + hash;
        String signature = Base64.getEncoder().encodeToString(mac.doFinal(toSign.getBytes(StandardCharsets.UTF_8)));
        assertThat(headers)
                .containsEntry("x-ms-date", "Mon, 02 Mar 2026 01:02:03 GMT")
                .containsEntry("x-ms-content-sha256", hash)
                .containsEntry(
                        "Authorization",
                        "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + signature);
    }

    @Test
    void anEmptyBodyHasTheHashOfNothing() {
        // the value that the service's documentation gives for an empty body
        assertThat(authorize("GET", "/", "").get("x-ms-content-sha256"))
                .isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    @Test
    void aKeyThatIsNoKeyIsRefusedWithoutBeingRepeated() {
        assertThatThrownBy(() -> new AccessKeyCredential("not*base64"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("accessKey is not base64")
                .hasMessageNotContaining("not*")
                .hasNoCause();
        assertThatThrownBy(() -> new AccessKeyCredential("")).hasMessageContaining("empty");
    }

    @Test
    void noSecretIsInTheTextOfSettings() {
        assertThat(ConnectionString.parse("endpoint=https://a.example.com/;accesskey=" + KEY))
                .hasToString("ConnectionString[endpoint=https://a.example.com/]");
    }
}
