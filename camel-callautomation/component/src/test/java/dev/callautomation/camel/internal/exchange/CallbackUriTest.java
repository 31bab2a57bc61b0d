package dev.callautomation.camel.internal.exchange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How callback URIs are completed with the secret. */
class CallbackUriTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example.com/x, https://a.example.com/x?callbackSecret=s",
        "https://a.example.com, https://a.example.com?callbackSecret=s",
        "https://a.example.com/x?, https://a.example.com/x?callbackSecret=s",
        "https://a.example.com/x?a=b, https://a.example.com/x?a=b&callbackSecret=s",
        "https://a.example.com/x?a=%26, https://a.example.com/x?a=%26&callbackSecret=s",
        "https://a.example.com/x?a=b#c, https://a.example.com/x?a=b&callbackSecret=s#c",
        "https://a.example.com/x#c?d, https://a.example.com/x?callbackSecret=s#c?d",
        "https://a.example.com/x?callbackSecret=t, https://a.example.com/x?callbackSecret=t",
        "https://a.example.com/x?a=b&callbackSecret=, https://a.example.com/x?a=b&callbackSecret=",
        "https://a.example.com/x?xcallbackSecret=t, https://a.example.com/x?xcallbackSecret=t&callbackSecret=s",
        "https://a b, https://a b"
    })
    void theSecretIsAddedUnlessThereIsOne(String uri, String completed) {
        assertThat(CallbackUri.withSecret(uri, "s")).isEqualTo(completed);
        assertThat(CallbackUri.withSecret(uri, null)).isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example.com/x, https://A.example.com/y?z, true",
        "https://a.example.com, http://a.example.com, false",
        "https://a.example.com, https://a.example.com:8443, false",
        "https://a.example.com, https://b.example.com, false",
        "https://a.example.com, https://a.example.com.evil.example.org, false",
        "https://a.example.com, https://a.example.com@evil.example.org, false",
        "https://a.example.com, /x, false",
        "https://a.example.com, https://a b, false"
    })
    void onlyUrisOfOneOriginShareTheSecret(String one, String other, boolean same) {
        assertThat(CallbackUri.sameOrigin(one, other)).isEqualTo(same);
    }

    @Test
    void thePathIsAddedBeforeTheSecret() {
        String resolved = CallbackUri.resolve("https://a.example.com?b=c", "/callautomation/events");
        assertThat(CallbackUri.withSecret(resolved, "s"))
                .isEqualTo("https://a.example.com/callautomation/events?b=c&callbackSecret=s");
    }
}
