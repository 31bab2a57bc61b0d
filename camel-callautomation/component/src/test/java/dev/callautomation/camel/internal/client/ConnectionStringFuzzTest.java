package dev.callautomation.camel.internal.client;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.fuzz.Effort;

import static org.assertj.core.api.Assertions.assertThat;

/** A connection string is used as it is or refused, and what is refused does not tell the key. */
class ConnectionStringFuzzTest {

    /** Shorter ones may stand in the words of a message by chance. */
    private static final int TELLING = 12;

    static Stream<byte[]> texts() {
        return Stream.of(
                        "",
                        "endpoint=https://contoso.communication.azure.com/;accesskey=c2VjcmV0LWtleS1vZi10aGUtdGVzdHM=",
                        " Endpoint=http://localhost:8080; AccessKey=c2VjcmV0LWtleS1vZi10aGUtdGVzdHM=; ",
                        "endpoint=http://[::1]:1;accesskey=?c2VjcmV0LWtleS1vZi10aGUtdGVzdHM",
                        "endpoint=http://[::1]:0;accesskey=?",
                        "accesskey=c2VjcmV0LWtleS1vZi10aGUtdGVzdHM=;endpoint=https://contoso.communication.azure.com/",
                        "endpoint=c2VjcmV0LWtleS1vZi10aGUtdGVzdHM=;accesskey=https://contoso.communication.azure.com/",
                        "endpoint=https://user:c2VjcmV0LWtleS1vZi10aGUtdGVzdHM@contoso.example.com;accesskey=a",
                        "endpoint=https://contoso.example.com/?accesskey=c2VjcmV0LWtleS1vZi10aGUtdGVzdHM;accesskey=a")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("texts")
    @FuzzTest
    void aConnectionStringIsUsableOrRefusedWithoutItsKey(byte[] input) throws Throwable {
        String text = new String(input, StandardCharsets.UTF_8);
        Effort.isBounded(() -> {
            ConnectionString read;
            try {
                read = ConnectionString.parse(text);
            } catch (IllegalArgumentException e) {
                assertThat(e)
                        .hasMessageStartingWith("The connectionString does not have the form")
                        .hasNoCause();
                return;
            }
            assertThat(read).hasToString("ConnectionString[endpoint=" + read.endpoint() + "]");
            address(read.endpoint());
            key(read.accessKey());
        });
    }

    private static void address(String text) {
        ServiceEndpoint endpoint;
        try {
            endpoint = ServiceEndpoint.parse(text);
        } catch (IllegalArgumentException e) {
            assertThat(e)
                    .hasMessageMatching(
                            "The (endpoint is not a URL|endpoint has no host|endpoint has a path|endpoint has a user or password"
                                    + "|port of the endpoint is out of range|endpoint must start with https://)"
                                    + "; (set |http:// is)[^']+")
                    .hasNoCause();
            return;
        }
        assertThat(endpoint.host()).isNotBlank().isEqualTo(endpoint.host().toLowerCase(Locale.ROOT));
        assertThat(endpoint.port()).isBetween(1, 65535);
        String address = (endpoint.tls() ? "https://" : "http://") + endpoint.authority();
        assertThat(ServiceEndpoint.parse(address)).isEqualTo(endpoint);
    }

    private static void key(String key) {
        try {
            assertThat(new AccessKeyCredential(key)
                            .authorize("GET", "/", "host", Payload.NONE)
                            .succeeded())
                    .isTrue();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("The accessKey is ").hasNoCause();
            if (key.length() >= TELLING) {
                assertThat(e.getMessage()).doesNotContain(key);
            }
        }
    }
}
